package gameday.mocks.faults;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The settings of one fault as texts, asked for one by one. After what can't be read it goes on
 * with the default, so that everything wrong is found at once.
 */
final class FaultSettings {
  private static final String SHARE = "a share from 0% to 100%";
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,12})? ?%");
  private static final Pattern PACE =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,20})?) ?/ ?(s|min|h)");
  private static final Pattern SECONDS = Pattern.compile("([1-9][0-9]{0,3})s");
  private static final int SHOWN = 60;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int LAST = 599;

  private final Map<String, String> given;
  private final Set<String> asked = new TreeSet<>();
  private final List<String> wrong = new ArrayList<>();

  FaultSettings(Map<String, String> given) {
    this.given = given;
  }

  double share(String key, double standard) {
    return read(key, standard, SHARE, FaultSettings::percent);
  }

  int whole(String key, int least, int most, int standard) {
    return read(
        key,
        standard,
        "a whole number from " + least + " to " + most,
        text -> number(text).filter(number -> number >= least && number <= most));
  }

  /** The status of a page: a page may claim that all is well, too. */
  int pageStatus(String key, int standard) {
    return read(
        key,
        standard,
        "200, or a status from 400 to 599",
        text ->
            number(text)
                .filter(number -> number == OK || (number >= BAD_REQUEST && number <= LAST)));
  }

  String word(String key, List<String> known, String standard) {
    return read(
        key,
        standard,
        "one of " + String.join(", ", known),
        text -> Optional.of(text).filter(known::contains));
  }

  Fault.Sampler delay(String key, Delay standard) {
    return read(key, standard, DelayText.EXPECTED, DelayText::read);
  }

  Duration signed(String key, Duration standard) {
    return read(
        key,
        standard,
        "a duration other than 0s, with '-' if before, such as -10m",
        text ->
            (text.startsWith("-")
                    ? Durations.read(text.substring(1)).map(Duration::negated)
                    : Durations.read(text.startsWith("+") ? text.substring(1) : text))
                .filter(duration -> !duration.isZero()));
  }

  double pace(String key, double standard) {
    return read(key, standard, "a pace such as 6/min", FaultSettings::perMinute);
  }

  /** Seconds, or none at all. */
  OptionalInt seconds(String key, int standard) {
    return read(
        key,
        OptionalInt.of(standard),
        "whole seconds such as 2s, or none",
        text -> {
          if (text.equals("none")) {
            return Optional.of(OptionalInt.empty());
          }
          var seconds = SECONDS.matcher(text);
          return seconds.matches()
              ? Optional.of(OptionalInt.of(Integer.parseInt(seconds.group(1))))
              : Optional.empty();
        });
  }

  /** What was wrong, settings that nobody asked for included. */
  List<String> wrong(String kind) {
    var all = new ArrayList<>(wrong);
    given.keySet().stream()
        .filter(key -> !asked.contains(key))
        .map(key -> "kind " + kind + " has no '" + shown(key) + "'; leave it out")
        .forEach(all::add);
    return all;
  }

  private <T> T read(
      String key, T standard, String expected, Function<String, Optional<T>> reading) {
    asked.add(key);
    var text = given.get(key);
    if (text == null) {
      return standard;
    }
    return reading
        .apply(text)
        .orElseGet(
            () -> {
              wrong.add(key + " must be " + expected + ", was '" + shown(text) + "'");
              return standard;
            });
  }

  private static Optional<Double> percent(String text) {
    if (!PERCENT.matcher(text).matches()) {
      return Optional.empty();
    }
    var share =
        new BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2).doubleValue();
    return Optional.of(share).filter(it -> it <= 1);
  }

  private static Optional<Double> perMinute(String text) {
    var pace = PACE.matcher(text);
    if (!pace.matches()) {
      return Optional.empty();
    }
    var number = Double.parseDouble(pace.group(1));
    var perMinute =
        switch (pace.group(2)) {
          case "s" -> number * 60;
          case "h" -> number / 60;
          default -> number;
        };
    return Optional.of(perMinute).filter(it -> it > 0);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
