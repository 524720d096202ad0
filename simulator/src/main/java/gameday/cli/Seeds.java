package gameday.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Seeds as they are typed: {@code 7}, or {@code 1..3} with both ends. */
record Seeds(long first, long last) {
  private static final Pattern TYPED = Pattern.compile("(-?\\d{1,15})(?:\\.\\.(-?\\d{1,15}))?");
  private static final long MOST = 1_000;

  /**
   * Reads them.
   *
   * @throws Failure if they are no range, or too many
   */
  static Seeds of(String typed) {
    Matcher matcher = TYPED.matcher(typed.strip());
    if (!matcher.matches()) {
      throw Failure.usage("--seeds must be like 7 or 1..3, was '" + typed + "'");
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    if (last < first || last - first >= MOST) {
      throw Failure.usage(
          "--seeds must go up, and be " + MOST + " at most, was '" + typed + "'; write e.g. 1..3");
    }
    return new Seeds(first, last);
  }

  List<Long> all() {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
