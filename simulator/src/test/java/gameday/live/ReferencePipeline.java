package gameday.live;

import gameday.pipeline.server.PipelineMain;

/** The reference pipeline as a program, for a rehearsal to start. */
final class ReferencePipeline {
  private ReferencePipeline() {}

  public static void main(String[] arguments) {
    System.exit(PipelineMain.run(System.getenv()));
  }
}
