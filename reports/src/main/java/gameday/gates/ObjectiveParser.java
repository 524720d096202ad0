package gameday.gates;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.scenario.EventPlan;
import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one line by the grammar in this package's description, a word at a time. */
final class ObjectiveParser {
  private static final Pattern TOKEN = Pattern.compile("\\[[^\\]]*\\]?|[<>]=?|=+|[^\\s\\[<>=]+");
  private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-z%]*)");
  private static final List<String> UNITS = List.of("ms", "s", "m", "h", "%");
  private static final List<String> SCOPES = Arrays.stream(Chat.values()).map(Chat::word).toList();

  /** Where reading stopped and why; never leaves {@link Objectives}. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final int column;

    Fault(int column, String message) {
      super(message, null, false, false);
      this.column = column;
    }

    int column() {
      return column;
    }
  }

  private record Token(String text, int column) {}

  private final String line;
  private final EventPlan event;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  ObjectiveParser(String line, EventPlan event) {
    this.line = line;
    this.event = event;
    Matcher matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), matcher.start() + 1));
    }
  }

  Objective parse() throws Fault {
    Token start = peek();
    Optional<Chat> chat = chat();
    Optional<Audience> audience = audience();
    Metric metric = metric();
    if (!metric.isOfQuestions() && (chat.isPresent() || audience.isPresent())) {
      throw new Fault(start.column, "'%s' takes no chat or audience".formatted(metric.words()));
    }
    Statistic statistic = statistic(metric);
    boolean orEqual = comparator();
    double limit = limit(metric);
    Optional<Duration> from = moment("from", metric);
    Optional<Duration> to = from.isPresent() ? moment("to", metric) : Optional.empty();
    if (next < tokens.size()) {
      throw new Fault(peek().column, "'%s' is too much".formatted(peek().text));
    }
    if (from.isPresent() && to.isEmpty()) {
      throw new Fault(peek().column, "expected 'to' and a moment, such as 'to keynote'");
    }
    if (to.isPresent() && to.get().compareTo(from.get()) <= 0) {
      throw new Fault(1, "the time it is about ends before it begins");
    }
    return new Objective(line, chat, audience, metric, statistic, orEqual, limit, from, to);
  }

  private Token peek() {
    return next < tokens.size() ? tokens.get(next) : new Token("", line.length() + 1);
  }

  private Token take() {
    Token token = peek();
    next++;
    return token;
  }

  private Optional<Chat> chat() {
    for (Chat chat : Chat.values()) {
      if (peek().text.equals(chat.word())) {
        next++;
        return Optional.of(chat);
      }
    }
    return Optional.empty();
  }

  private Optional<Audience> audience() throws Fault {
    Token token = peek();
    if (!token.text.startsWith("[")) {
      return Optional.empty();
    }
    next++;
    String word = token.text.replace("[", "").replace("]", "").strip();
    for (Audience audience : Audience.values()) {
      if (audience.word().equals(word) && token.text.endsWith("]")) {
        return Optional.of(audience);
      }
    }
    List<String> known = Arrays.stream(Audience.values()).map(Audience::word).toList();
    throw new Fault(token.column + 1, unknown("audience", word, known));
  }

  private Metric metric() throws Fault {
    Token first = take();
    String one = first.text;
    String two = one + " " + peek().text;
    for (Metric metric : Metric.values()) {
      if (metric.words().equals(two)) {
        next++;
        return metric;
      }
    }
    for (Metric metric : Metric.values()) {
      if (metric.words().equals(one)) {
        return metric;
      }
    }
    if (one.equals("escalation")) {
      return Metric.ESCALATION;
    }
    boolean scoped = next > 1;
    boolean pair = Stream.of("ack", "occupancy", "mistakes", "resolution").anyMatch(two::endsWith);
    if (!scoped && !pair && Nearest.isNear(one, SCOPES)) {
      throw new Fault(first.column, unknown("scope", one, SCOPES));
    }
    List<String> known = Arrays.stream(Metric.values()).map(Metric::words).toList();
    throw new Fault(first.column, unknown("metric", pair ? two : one, known));
  }

  private Statistic statistic(Metric metric) throws Fault {
    Token token = peek();
    boolean there = !token.text.isEmpty() && !token.text.matches("[<>=]+");
    if (!metric.isDuration()) {
      if (there) {
        throw new Fault(
            token.column, "'%s' is a share and takes no percentile".formatted(metric.words()));
      }
      return metric.words().endsWith("occupancy") ? Statistic.TIME_SHARE : Statistic.SHARE;
    }
    List<Statistic> written =
        Arrays.stream(Statistic.values()).filter(s -> !s.word().contains("share")).toList();
    for (Statistic statistic : written) {
      if (statistic.word().equals(token.text)) {
        next++;
        return statistic;
      }
    }
    List<String> known = written.stream().map(Statistic::word).toList();
    throw new Fault(
        token.column,
        there
            ? unknown("percentile", token.text, known)
            : "expected one of %s after '%s'".formatted(String.join(", ", known), metric.words()));
  }

  private boolean comparator() throws Fault {
    Token token = take();
    if (!token.text.equals("<") && !token.text.equals("<=")) {
      throw new Fault(token.column, "expected '<' or '<=', found '%s'".formatted(token.text));
    }
    return token.text.equals("<=");
  }

  private double limit(Metric metric) throws Fault {
    Token token = take();
    String text = token.text;
    if (text.matches("[0-9.]+") && UNITS.contains(peek().text)) {
      text += take().text;
    }
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw new Fault(token.column, "expected a limit such as '60s', found '%s'".formatted(text));
    }
    String unit = amount.group(2);
    if (!UNITS.contains(unit)) {
      throw new Fault(token.column + amount.start(2), unknown("unit", unit, UNITS));
    }
    if (unit.equals("%") == metric.isDuration()) {
      String expected = metric.isDuration() ? "a duration, such as '60s'" : "a share, such as '3%'";
      throw new Fault(
          token.column, "'%s' takes %s, found '%s'".formatted(metric.words(), expected, text));
    }
    double value = Double.parseDouble(amount.group(1));
    return unit.equals("%") ? value / 100 : value * nanosOf(unit);
  }

  private static double nanosOf(String unit) {
    return switch (unit) {
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      case "h" -> 3600e9;
      default -> throw new IllegalArgumentException("unknown unit '" + unit + "'");
    };
  }

  private Optional<Duration> moment(String word, Metric metric) throws Fault {
    Token token = peek();
    if (!token.text.equals(word)) {
      return Optional.empty();
    }
    next++;
    if (!metric.isOfQuestions()) {
      throw new Fault(token.column, "'%s' is for the whole run".formatted(metric.words()));
    }
    Token moment = take();
    // A session's id may have hyphens too: the longest id that fits is meant.
    SessionPlan session = null;
    for (SessionPlan candidate : event.sessions()) {
      boolean fits = moment.text.matches(Pattern.quote(candidate.id()) + "(\\.end)?([+-].*)?");
      if (fits && (session == null || candidate.id().length() > session.id().length())) {
        session = candidate;
      }
    }
    if (session == null) {
      List<String> known = event.sessions().stream().map(SessionPlan::id).toList();
      String named = moment.text.replaceFirst("(\\.end)?([+-][0-9.]+[a-z]*)?$", "");
      throw new Fault(moment.column, unknown("session", named, known));
    }
    String rest = moment.text.substring(session.id().length());
    boolean end = rest.startsWith(".end");
    String offset = end ? rest.substring(".end".length()) : rest;
    Duration at = end ? session.ends() : session.starts();
    return Optional.of(
        at.plus(offset(offset, moment.column + moment.text.length() - offset.length())));
  }

  private static Duration offset(String text, int column) throws Fault {
    if (text.isEmpty()) {
      return Duration.ZERO;
    }
    Matcher amount = AMOUNT.matcher(text.substring(1));
    if (!amount.matches() || !List.of("s", "m", "h").contains(amount.group(2))) {
      throw new Fault(column, "expected an offset such as '-15m', found '%s'".formatted(text));
    }
    double nanos = Double.parseDouble(amount.group(1)) * nanosOf(amount.group(2));
    return Duration.ofNanos(Math.round(text.startsWith("-") ? -nanos : nanos));
  }

  private static String unknown(String what, String found, List<String> known) {
    return known.isEmpty()
        ? "unknown %s '%s'; there is none".formatted(what, found)
        : "unknown %s '%s'; did you mean '%s'? known: %s"
            .formatted(what, found, Nearest.to(found, known), String.join(", ", known));
  }
}
