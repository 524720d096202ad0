package gameday.scenario.yaml;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.jsonl.JsonLine;
import gameday.scenario.EventPattern;
import gameday.scenario.Spread;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values scenarios have. */
final class Kinds {
  private static final int LONGEST_TEXT = 4_000;
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";

  /** Any text that is not blank. */
  static final Kind<String> TEXT =
      matching("(?s).*\\S.*", "\\S", "must be a text", "A day with a keynote");

  /** Any text of one line that is not blank. */
  static final Kind<String> LINE =
      matching("[^\\u0000-\\u001f\\u007f]{1,200}", "must be one line of text", "login");

  /** Which events of a history are meant. */
  static final Kind<EventPattern> EVENT =
      new Kind<>(string(EventPatterns.PATTERN), EventPatterns::read, "escalated");

  /** A short name. */
  static final Kind<String> WORD =
      matching(
          "[a-z0-9]+(-[a-z0-9]+)*",
          "must be a name of lower-case letters, digits and hyphens",
          "keynote");

  /** A question's id. */
  static final Kind<String> QUESTION =
      matching("q-[0-9]{5,9}", "must be a question's id", "q-00042");

  /** Somebody's name, as they write it: whatever is no control character. */
  static final Kind<String> PERSON =
      matching(
          "[^\\u0000-\\u001f\\u007f]{1,80}",
          "must be a name of 1 to 80 characters on one line",
          "Ada Lovelace");

  /** An e-mail address, in lower case. */
  static final Kind<String> EMAIL =
      parsed(
          "[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63}){1,8}",
          "must be an e-mail address", text -> text.toLowerCase(Locale.ROOT), "ada@client.example");

  static final Kind<String> CHANNEL =
      matching(
          "[a-z0-9_-]{1,80}",
          "must be a Slack channel's name without '#': lower-case letters, digits, '-' and '_'",
          "event-horizon");

  static final Kind<String> URL =
      matching(
          "https?://[^\\s<>|]+[^\\s<>|/]",
          "must be a URL without a '/' at its end",
          "https://horizon.example");

  static final Kind<LocalDate> DATE =
      parsed("[0-9]{4}-[0-9]{2}-[0-9]{2}", "must be a date", LocalDate::parse, "2027-03-10");

  static final Kind<LocalTime> TIME_OF_DAY =
      parsed(TIME, "must be a time of day", LocalTime::parse, "08:30");

  static final Kind<Moment> MOMENT =
      parsed(
          "\\S[^\\n]*",
          "must be a point in time",
          text ->
              text.matches(TIME) ? new Moment.Clock(LocalTime.parse(text)) : new Moment.Near(text),
          "start+10m");

  /** A duration longer than zero. */
  static final Kind<Duration> DURATION =
      duration(Duration::isPositive, "must be a duration longer than zero, such as 90s or 8m50s");

  /** A duration, also one of nothing. */
  static final Kind<Duration> DURATION_OR_ZERO =
      duration(any -> true, "must be a duration, such as 90s, 8m50s or 0s");

  /** A duration, or minus one. */
  static final Kind<Duration> SIGNED_DURATION =
      parsed(
          "[+-]?" + Durations.PATTERN,
          "must be a duration, with '-' if before, such as -2m",
          text ->
              text.startsWith("-")
                  ? Durations.read(text.substring(1)).orElseThrow().negated()
                  : Durations.read(text.startsWith("+") ? text.substring(1) : text).orElseThrow(),
          "-2m");

  static final Kind<Spread> SPREAD =
      new Kind<>(string(Spreads.PATTERN), Spreads::read, "exponential(mean 4m)");

  /** 0 to 1, written 0% to 100%. */
  static final Kind<Double> SHARE = new Kind<>(string(Shares.PATTERN), Shares::read, "4%");

  static final Kind<Amount> AMOUNT = new Kind<>(union(Shares.PATTERN), Amount::read, "4%");

  static final Kind<Rate> RATE = new Kind<>(string(Rate.PATTERN), Rate::read, "3/min");

  /** Whole seconds, or {@code none}. */
  static final Kind<OptionalInt> SECONDS_OR_NONE =
      parsed(
          "(none|[1-9][0-9]{0,3}s)",
          "must be whole seconds such as 2s, or none",
          text ->
              text.equals("none")
                  ? OptionalInt.empty()
                  : OptionalInt.of(Integer.parseInt(text.substring(0, text.length() - 1))),
          "2s");

  static final Kind<Long> SEED =
      new Kind<>(
          JsonLine.object().put("type", "integer"),
          text -> {
            try {
              return Long.parseLong(text);
            } catch (NumberFormatException notWhole) {
              throw new BadValueException("must be a whole number");
            }
          },
          "1");

  private Kinds() {}

  /** A whole number from {@code least} to {@code most}. */
  static Kind<Integer> whole(int least, int most, String example) {
    String expected = "must be a whole number from " + least + " to " + most;
    return new Kind<>(
        JsonLine.object().put("type", "integer").put("minimum", least).put("maximum", most),
        text -> {
          double number = number(text, expected);
          if (number < least || number > most || number != Math.rint(number)) {
            throw new BadValueException(expected);
          }
          return (int) number;
        },
        example);
  }

  /** A number from {@code least} to {@code most}. */
  static Kind<Double> number(double least, double most, String example) {
    String expected = "must be a number from " + plain(least) + " to " + plain(most);
    return new Kind<>(
        JsonLine.object().put("type", "number").put("minimum", least).put("maximum", most),
        text -> {
          double number = number(text, expected);
          if (!(number >= least && number <= most)) {
            throw new BadValueException(expected);
          }
          return number;
        },
        example);
  }

  /** One of a small closed set. */
  static <E> Kind<E> choice(E[] values, Function<E, String> word) {
    ObjectNode schema = JsonLine.object().put("type", "string");
    ArrayNode words = schema.putArray("enum");
    Arrays.stream(values).map(word).forEach(words::add);
    String known = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    return new Kind<>(
        schema,
        text ->
            Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadValueException("must be one of " + known)),
        word.apply(values[0]));
  }

  private static Kind<Duration> duration(Predicate<Duration> fits, String expected) {
    return new Kind<>(
        string("^" + Durations.PATTERN + "$"),
        text ->
            Durations.read(text).filter(fits).orElseThrow(() -> new BadValueException(expected)),
        "90s");
  }

  private static Kind<String> matching(String pattern, String expected, String example) {
    return matching(pattern, "^" + pattern + "$", expected, example);
  }

  private static Kind<String> matching(
      String pattern, String schemaPattern, String expected, String example) {
    Pattern whole = Pattern.compile(pattern);
    return new Kind<>(
        string(schemaPattern),
        text -> {
          if (text.length() > LONGEST_TEXT || !whole.matcher(text).matches()) {
            throw new BadValueException(expected);
          }
          return text;
        },
        example);
  }

  private static <T> Kind<T> parsed(
      String pattern, String expected, Function<String, T> parsing, String example) {
    Kind<String> text = matching(pattern, expected, example);
    return new Kind<>(
        text.schema(),
        value -> {
          try {
            return parsing.apply(text.read(value));
          } catch (DateTimeParseException | java.util.NoSuchElementException unreadable) {
            throw new BadValueException(expected);
          }
        },
        example);
  }

  static ObjectNode string(String pattern) {
    return JsonLine.object().put("type", "string").put("pattern", pattern);
  }

  private static ObjectNode union(String pattern) {
    ObjectNode schema = JsonLine.object();
    ArrayNode either = schema.putArray("anyOf");
    either.add(string(pattern));
    either.addObject().put("type", "number").put("minimum", 0);
    return schema;
  }

  static double number(String text, String expected) {
    if (text.length() <= 30 && text.matches("[+-]?([0-9][0-9_]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      return Double.parseDouble(text.replace("_", ""));
    }
    throw new BadValueException(expected);
  }

  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
