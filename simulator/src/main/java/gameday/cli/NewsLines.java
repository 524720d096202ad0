package gameday.cli;

import gameday.live.LiveSettings;
import gameday.live.News;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is to be known before a rehearsal goes on, for people. */
final class NewsLines implements News {
  private final Optional<URI> pipeline;
  private final PrintWriter out;

  NewsLines(Optional<URI> pipeline, PrintWriter out) {
    this.pipeline = pipeline;
    this.out = out;
  }

  @Override
  public void mustKnow(List<String> variables, Path file) {
    String where = pipeline.map(URI::toString).orElse("elsewhere");
    out.println("the pipeline at " + where + " must have these variables:");
    out.println();
    variables.forEach(out::println);
    out.println();
    out.println("the same as a file to source: " + file);
    out.printf(
        "waiting until it is healthy, %d min at most%n", LiveSettings.STARTED_WITHIN.toMinutes());
    out.flush();
  }

  @Override
  public void leavesOut(String sentence) {
    out.println(sentence);
    out.flush();
  }
}
