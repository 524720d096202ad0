package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A search query: a filter {@code {field, operator, value}}, or a group {@code {operator: AND | OR,
 * value: [..]}} of filters and groups.
 *
 * @param <T> what is searched
 */
record Query<T>(Map<String, Field<T>> fields) {
  private static final int MAX_NESTED = 2;
  private static final int MAX_FILTERS = 15;
  private static final Set<String> NEGATED = Set.of("!=", "NIN", "!~");

  /** What a field holds. */
  enum Kind {
    STRING,
    NUMBER,
    DATE,
    BOOLEAN
  }

  /**
   * A field that can be searched.
   *
   * @param values what it holds in one item; several for a list, none if it is empty
   */
  record Field<T>(Kind kind, Function<T, List<String>> values) {
    static <T> Field<T> text(Function<T, String> value) {
      return new Field<>(Kind.STRING, it -> List.of(value.apply(it)));
    }

    static <T> Field<T> texts(Function<T, List<String>> values) {
      return new Field<>(Kind.STRING, values);
    }

    static <T> Field<T> number(Function<T, Integer> value) {
      return new Field<>(Kind.NUMBER, it -> List.of(value.apply(it).toString()));
    }

    static <T> Field<T> flag(Predicate<T> value) {
      return new Field<>(Kind.BOOLEAN, it -> List.of(Boolean.toString(value.test(it))));
    }

    static <T> Field<T> date(Function<T, Instant> value) {
      return new Field<>(Kind.DATE, it -> List.of(Long.toString(value.apply(it).getEpochSecond())));
    }
  }

  /** What {@code query} asks for. */
  Predicate<T> read(JsonNode query) throws Problem {
    if (!query.isObject()) {
      throw Problem.missing("query");
    }
    return read(query, 0);
  }

  private Predicate<T> read(JsonNode query, int depth) throws Problem {
    String operator = query.path("operator").asText();
    boolean all = operator.equals("AND");
    if (!all && !operator.equals("OR")) {
      return filter(query, operator);
    }
    JsonNode parts = query.path("value");
    if (depth > MAX_NESTED || !parts.isArray() || parts.isEmpty() || parts.size() > MAX_FILTERS) {
      throw Problem.invalid("A group holds 1 to 15 filters, nested 2 deep at most");
    }
    List<Predicate<T>> read = new ArrayList<>();
    for (JsonNode part : parts) {
      read.add(read(part, depth + 1));
    }
    return item ->
        all
            ? read.stream().allMatch(it -> it.test(item))
            : read.stream().anyMatch(it -> it.test(item));
  }

  private Predicate<T> filter(JsonNode filter, String operator) throws Problem {
    String name = filter.path("field").asText();
    Field<T> field = fields.get(name);
    if (field == null) {
      throw new Problem(400, "invalid_field", printable(name) + " is not a valid search field");
    }
    Predicate<String> wanted = test(field, name, operator, filter.path("value"));
    Predicate<T> any =
        item ->
            field.values().apply(item).stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .anyMatch(wanted);
    return NEGATED.contains(operator) ? any.negate() : any;
  }

  private static Predicate<String> test(
      Field<?> field, String name, String operator, JsonNode value) throws Problem {
    return switch (operator) {
      case "=", "!=" -> value(field, name, value)::equals;
      case "IN", "NIN" -> values(field, name, value)::contains;
      // The documentation of conversation search calls both "or equal".
      case ">" -> {
        long least = number(field, name, value);
        yield it -> Long.parseLong(it) >= least;
      }
      case "<" -> {
        long most = number(field, name, value);
        yield it -> Long.parseLong(it) <= most;
      }
      case "~", "!~" -> {
        String part = string(field, name, value);
        yield it -> it.contains(part);
      }
      case "^" -> {
        String start = string(field, name, value);
        yield it -> it.startsWith(start);
      }
      case "$" -> {
        String end = string(field, name, value);
        yield it -> it.endsWith(end);
      }
      default ->
          throw Problem.invalid("operator must be one of: =, !=, IN, NIN, >, <, ~, !~, ^, $");
    };
  }

  private static Set<String> values(Field<?> field, String name, JsonNode value) throws Problem {
    if (!value.isArray() || value.size() > 1_000) {
      throw Problem.invalid(name + ": value must be an array of at most 1000 items");
    }
    Set<String> values = new HashSet<>();
    for (JsonNode item : value) {
      values.add(value(field, name, item));
    }
    return values;
  }

  private static long number(Field<?> field, String name, JsonNode value) throws Problem {
    if (field.kind() != Kind.DATE && field.kind() != Kind.NUMBER) {
      throw Problem.invalid(name + " can't be compared with > or <");
    }
    return Long.parseLong(value(field, name, value));
  }

  private static String string(Field<?> field, String name, JsonNode value) throws Problem {
    if (field.kind() != Kind.STRING) {
      throw Problem.invalid(name + " is not a string");
    }
    return value(field, name, value);
  }

  private static String value(Field<?> field, String name, JsonNode value) throws Problem {
    String text = value.asText().toLowerCase(Locale.ROOT);
    boolean fits =
        value.isValueNode()
            && switch (field.kind()) {
              case STRING -> value.isTextual() || value.isIntegralNumber();
              case NUMBER, DATE -> text.matches("-?[0-9]{1,15}");
              case BOOLEAN -> text.equals("true") || text.equals("false");
            };
    if (!fits) {
      throw Problem.invalid(name + ": value has the wrong type");
    }
    return text;
  }

  private static String printable(String name) {
    return name.matches("[a-zA-Z0-9_.]{1,100}") ? name : "field";
  }
}
