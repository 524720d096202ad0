package gameday.mocks.slack;

import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.MockServer;
import gameday.mocks.http.Service;
import java.util.List;
import java.util.Optional;

/** Everything Slack answers on HTTP, below {@code /slack}. */
public final class SlackDoor implements Service {
  private final List<SlackPath> paths;

  /** A Slack that has these parts; no start of one is the start of another. */
  public SlackDoor(List<SlackPath> paths) {
    this.paths = List.copyOf(paths);
  }

  @Override
  public String name() {
    return SlackWorkspace.NAME;
  }

  @Override
  public String prefix() {
    return "/slack";
  }

  @Override
  public boolean fromPipeline(Call call) {
    return true;
  }

  @Override
  public boolean knows(String path) {
    return path(path).filter(part -> part.knows(path)).isPresent();
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    return path(call.path()).flatMap(path -> path.refusal(call));
  }

  @Override
  public String label(Call call) {
    return path(call.path()).map(path -> path.label(call)).orElse("unknown");
  }

  @Override
  public Answer answer(Call call) {
    return path(call.path())
        .map(path -> path.answer(call))
        .orElseGet(() -> Answer.json(404, Reply.error("not_found").toString(), "not_found"));
  }

  @Override
  public Answer troubled(Trouble trouble, Call call) {
    return path(call.path())
        .map(path -> path.troubled(trouble))
        .orElseGet(() -> SlackTrouble.answer(trouble));
  }

  @Override
  public int bodyLimit(String path) {
    return path(path).map(SlackPath::bodyLimit).orElse(MockServer.BODY_LIMIT);
  }

  private Optional<SlackPath> path(String path) {
    return paths.stream().filter(part -> path.startsWith(part.start())).findFirst();
  }
}
