package gameday.live;

import gameday.pipeline.server.PipelineMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference pipeline as a program, for a rehearsal to start. */
final class ReferencePipeline {
  private ReferencePipeline() {}

  static PipelineChoice choice() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new PipelineChoice.Command(
        List.of(
            java, "-cp", System.getProperty("java.class.path"), ReferencePipeline.class.getName()));
  }

  public static void main(String[] arguments) {
    System.exit(PipelineMain.run(System.getenv()));
  }

  /** Starts soon rather than running fast. */
  static PipelineChoice command() {
    return new PipelineChoice.Command(quickWords());
  }

  /**
   * As {@link #command}.
   *
   * @param variables of its environment beside those of the contract, as {@code NAME=value}
   */
  static PipelineChoice commandWith(String... variables) {
    // The program env is replaced by what it starts, so it is the pipeline that is killed.
    List<String> words = new ArrayList<>(List.of("env"));
    words.addAll(List.of(variables));
    words.addAll(quickWords());
    return new PipelineChoice.Command(words);
  }

  private static List<String> quickWords() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        ReferencePipeline.class.getName());
  }
}
