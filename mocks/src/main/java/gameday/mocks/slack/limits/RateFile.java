package gameday.mocks.slack.limits;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of rates: lines of {@code name = value}, where a value is a rate or a tier's name. */
final class RateFile {
  private static final String PUBLISHED = "rate-limits.properties";
  private static final String TIERS = "tier-[1-4]|special";
  private static final Pattern RATE =
      Pattern.compile("(?<perMinute>[1-9]\\d{0,5})/min burst (?<burst>[1-9]\\d{0,5})");
  private static final int LONGEST_BYTES = 64 * 1024;
  private static final int LONGEST_QUOTE = 60;

  private final String source;
  private final List<String> lines;
  private final List<String> faults = new ArrayList<>();

  private RateFile(String source, List<String> lines) {
    this.source = source;
    this.lines = lines;
  }

  /** What Slack publishes, by method. */
  static Map<String, Rate> published() {
    return Published.RATES;
  }

  /** Read once: virtual time makes a Slack for every day. */
  private static final class Published {
    static final Map<String, Rate> RATES =
        Map.copyOf(new RateFile(PUBLISHED, List.of()).rates(publishedValues()));
  }

  /**
   * The published rates with a user's in their place. A tier that is set anew is set for all of its
   * methods.
   *
   * @throws IllegalArgumentException naming every faulty line, what was expected and what was found
   */
  static Map<String, Rate> over(Path path) {
    var values = publishedValues();
    var file = new RateFile(path.toString(), linesOf(path));
    values.putAll(file.values(values));
    return file.rates(values);
  }

  private static Map<String, String> publishedValues() {
    try (InputStream file = RateFile.class.getResourceAsStream(PUBLISHED)) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      var published = new RateFile(PUBLISHED, text.lines().toList());
      var values = new LinkedHashMap<String, String>();
      for (var number = 1; number <= published.lines.size(); number++) {
        published.assignment(number).ifPresent(line -> values.put(line.getKey(), line.getValue()));
      }
      return values;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static List<String> linesOf(Path path) {
    try {
      if (Files.size(path) > LONGEST_BYTES) {
        throw new IllegalArgumentException(
            "%s: expected at most %d bytes, found %d"
                .formatted(path, LONGEST_BYTES, Files.size(path)));
      }
      return Files.readString(path).lines().toList();
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          path + ": expected a readable UTF-8 text, found " + unreadable, unreadable);
    }
  }

  /** What the lines say, each judged by itself. */
  private Map<String, String> values(Map<String, String> known) {
    var values = new LinkedHashMap<String, String>();
    for (var number = 1; number <= lines.size(); number++) {
      var line = assignment(number);
      if (line.isEmpty()) {
        continue;
      }
      var name = line.get().getKey();
      var value = line.get().getValue();
      if (!known.containsKey(name)) {
        fault(number, "a method of Slack's or a tier", name);
      } else if (values.putIfAbsent(name, value) != null) {
        fault(number, "each name once", name + " again");
      } else if (!RATE.matcher(value).matches() && (!isTier(value) || isTier(name))) {
        fault(number, "a tier's name or a rate such as '50/min burst 50'", value);
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return values;
  }

  /** The name and value in a line; empty for blank lines and comments. */
  private Optional<Map.Entry<String, String>> assignment(int number) {
    var line = new Properties();
    try {
      line.load(new StringReader(lines.get(number - 1)));
    } catch (IOException | IllegalArgumentException damaged) {
      fault(number, "'name = value'", lines.get(number - 1));
      return Optional.empty();
    }
    return line.stringPropertyNames().stream()
        .findFirst()
        .map(name -> Map.entry(name, line.getProperty(name).strip()));
  }

  private Map<String, Rate> rates(Map<String, String> values) {
    var rates = new HashMap<String, Rate>();
    values.forEach((name, value) -> rates.put(name, rate(values.getOrDefault(value, value))));
    return rates;
  }

  private static Rate rate(String text) {
    Matcher matcher = RATE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(PUBLISHED + " is damaged: " + text);
    }
    return new Rate(
        Integer.parseInt(matcher.group("perMinute")), Integer.parseInt(matcher.group("burst")));
  }

  private static boolean isTier(String name) {
    return name.matches(TIERS);
  }

  private void fault(int number, String expected, String found) {
    var shown = found.length() > LONGEST_QUOTE ? found.substring(0, LONGEST_QUOTE) + "…" : found;
    faults.add("%s:%d: expected %s, found '%s'".formatted(source, number, expected, shown));
  }
}
