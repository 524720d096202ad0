package gameday.live;

import java.nio.file.Path;
import java.util.List;

/** What whoever started a rehearsal should know before it goes on. Told on the run's own thread. */
public interface News {
  /** Nobody wants to know. */
  News NONE =
      new News() {
        @Override
        public void mustKnow(List<String> variables, Path file) {}

        @Override
        public void leavesOut(String sentence) {}
      };

  /**
   * The rehearsal waits for a pipeline that somebody else starts, with these variables.
   *
   * @param variables {@code NAME=value}, as a shell reads it
   * @param file the same, for a shell to source
   */
  void mustKnow(List<String> variables, Path file);

  /** Something is not played, because the pipeline doesn't know it. */
  void leavesOut(String sentence);
}
