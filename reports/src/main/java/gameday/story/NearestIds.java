package gameday.story;

import gameday.script.QuestionId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids that somebody may have meant. */
public final class NearestIds {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})\\D*$");
  private static final int MOST = 3;

  private NearestIds() {}

  /**
   * At most three of {@code known}: with the number written otherwise first ({@code 42} for {@code
   * q-00042}), then those with the nearest numbers, then any.
   */
  public static List<QuestionId> to(String given, Collection<QuestionId> known) {
    long number = number(given);
    return known.stream()
        .sorted(
            Comparator.comparingLong((QuestionId id) -> Math.abs(number(id.value()) - number))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static long number(String id) {
    Matcher digits = NUMBER.matcher(id);
    return digits.find() ? Long.parseLong(digits.group(1)) : Long.MAX_VALUE / 4;
  }
}
