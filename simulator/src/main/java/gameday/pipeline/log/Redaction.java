package gameday.pipeline.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts {@code ***} in the place of secrets and of e-mail addresses. */
public final class Redaction implements UnaryOperator<String> {
  /** Takes out addresses, and no secret, for there is none. */
  static final Redaction OF_NOTHING = new Redaction(List.of());

  private static final String MASK = "***";

  /** Anything shorter stands in too many words to be a secret. */
  private static final int SHORTEST = 4;

  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+");

  private final List<String> secrets;

  /**
   * @param secrets as they are; found as they stand in an address too
   */
  public Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(it -> Stream.of(it, URLEncoder.encode(it, StandardCharsets.UTF_8)))
            .distinct()
            // What is part of another secret must not break it in two.
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  @Override
  public String apply(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, MASK);
    }
    return redacted.indexOf('@') < 0 ? redacted : ADDRESS.matcher(redacted).replaceAll(MASK);
  }
}
