package gameday.mocks.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Answers what it was asked; {@code /crash} has a bug, {@code /visitor} isn't the pipeline's. */
public final class Echo implements Service {
  /** How many calls were carried out. */
  public final AtomicInteger carriedOut = new AtomicInteger();

  private final String name;
  private final Predicate<String> known;

  /** An echo called {@code name}, below the prefix of that name. */
  public Echo(String name) {
    this(name, path -> true);
  }

  /** One that leaves other paths than {@code known} to stubs. */
  Echo(String name, Predicate<String> known) {
    this.name = name;
    this.known = known;
  }

  @Override
  public boolean knows(String path) {
    return known.test(path);
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
