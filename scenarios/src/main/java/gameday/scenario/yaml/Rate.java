package gameday.scenario.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many in some time: {@code 3/min}. */
record Rate(double perMinute) {
  static final String PATTERN = "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$";
  private static final Pattern SHAPE = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ?/ ?(s|min|h)");

  static Rate read(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (text.length() > 40 || !matcher.matches()) {
      throw new BadValueException("must be so many per s, min or h");
    }
    double number = Double.parseDouble(matcher.group(1));
    if (!(number > 0)) {
      throw new BadValueException("must be positive");
    }
    return new Rate(
        switch (matcher.group(2)) {
          case "s" -> number * 60;
          case "h" -> number / 60;
          default -> number;
        });
  }

  /** How many that are over {@code length}. */
  double over(Duration length) {
    return perMinute * length.toMillis() / 60_000;
  }
}
