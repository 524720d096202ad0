package gameday.live;

import gameday.script.QuestionId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Notes what askers do, as words. */
final class NotedVisits implements VisitorListener {
  final List<String> noted = new CopyOnWriteArrayList<>();
  private final Consumer<QuestionId> leaving;

  NotedVisits() {
    this(question -> {});
  }

  /**
   * @param leaving is told who has left
   */
  NotedVisits(Consumer<QuestionId> leaving) {
    this.leaving = leaving;
  }

  @Override
  public void asking(QuestionId question) {
    noted.add(question + " asking");
  }

  @Override
  public void agentRequested(QuestionId question) {
    noted.add(question + " agent requested");
  }

  @Override
  public void gaveUp(QuestionId question, boolean silently) {
    noted.add(question + " gave up " + (silently ? "silently" : "with a word"));
  }

  @Override
  public void refused(QuestionId question, String call, int status) {
    noted.add(question + " refused " + call + " " + status);
  }

  @Override
  public void left(QuestionId question) {
    noted.add(question + " left");
    leaving.accept(question);
  }
}
