package gameday.mocks.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers what it was asked; {@code /crash} has a bug, {@code /visitor} isn't the pipeline's. */
public final class Echo implements Service {
  /** How many calls were carried out. */
  public final AtomicInteger carriedOut = new AtomicInteger();

  private final String name;

  /** An echo called {@code name}, below the prefix of that name. */
  public Echo(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String prefix() {
    return "/" + name;
  }

  @Override
  public Answer answer(Call call) {
    if (call.path().equals("/crash")) {
      throw new IllegalStateException("secret detail");
    }
    carriedOut.incrementAndGet();
    var text =
        String.join(
            " ",
            call.method(),
            call.path(),
            call.query().toString(),
            call.header("x-who").orElse("-"),
            new String(call.body(), StandardCharsets.UTF_8));
    return Answer.json(201, text, "ok");
  }

  @Override
  public String label(Call call) {
    return call.method() + " " + call.path();
  }

  @Override
  public boolean fromPipeline(Call call) {
    return !call.path().equals("/visitor");
  }
}
