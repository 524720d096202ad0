package gameday.docs;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.scenario.yaml.ScenarioSchema;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ScenarioPageTest {
  private static final String START =
      """
      # The scenario, setting by setting

      Generated from the schema that `./gameday schema` prints, so it is complete. [your-event.md](your-event.md) shows a whole scenario
      and how to begin; [objectives.md](objectives.md) has the language of `objectives`. A setting's path is also what `--set` takes:
      `--set staff.client-team.agents=6`. Paths with `[]` are those of a list's items; in `--set` a number stands there, from 0.

      | type | written | meaning |
      |---|---|---|
      | text, name | `Opening keynote`, `opening-keynote` | a name has lower-case letters, digits and hyphens only |
      | duration | `90s`, `8m50s`, `1.5h` | units are `ms`, `s`, `m`, `h`, `d` |
      | offset | `-2m`, `10m` | a duration, with `-` if before |
      | moment | `09:30`, `start+10m`, `keynote-2m`, `keynote.end` | a time of day, or `start`, `end` or a session's id, with an offset if need be |
      | spread | `30s`, `exponential(mean 4m)`, `uniform(1s, 3s)`, `lognormal(mean 60s, cv 0.5)`, `gamma(mean 60s, shape 2)` | how durations are spread; `cv` is the standard deviation over the mean |
      | share | `4%` | 0% to 100% |
      | seconds | `2s`, `none` | whole seconds of machine time, or none at all |
      | event | `escalated`, `slack-posted by csm in thread` | an event of a history, and what narrows it: [own-rules.md](own-rules.md) |
      | rate | `3/min` | so many in a `s`, `min` or `h` |
      """;

  private final StringBuilder page = new StringBuilder(START);

  /** What the page must have told about, to be told complete. */
  private final Set<String> told = new LinkedHashSet<>();

  @Test
  void thePageOnFileIsTheOneOfTheSchema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(ScenarioSchema.json());
    section("The file itself", "", schema);
    schema
        .get("properties")
        .properties()
        .forEach(
            part -> {
              JsonNode inner = part.getValue();
              if (inner.has("properties")) {
                section("`" + part.getKey() + "`", part.getKey() + ".", inner);
              } else if (inner.path("items").has("properties")) {
                section("`" + part.getKey() + "`", part.getKey() + "[].", inner.get("items"));
              }
            });

    assertEquals(new TreeSet<>(paths("", schema)), new TreeSet<>(told));
    Pages.check("scenario.md", page.toString());
  }

  private static Set<String> paths(String at, JsonNode node) {
    Set<String> paths = new LinkedHashSet<>();
    node.path("properties")
        .properties()
        .forEach(
            setting -> {
              String path = at + setting.getKey();
              paths.add(path);
              paths.addAll(paths(path + ".", setting.getValue()));
              paths.addAll(paths(path + "[].", setting.getValue().path("items")));
            });
    return paths;
  }

  private void section(String title, String at, JsonNode section) {
    page.append("\n## ").append(title).append("\n\n");
    if (!at.isEmpty()) {
      page.append(sentence(section.get("description").asText())).append("\n\n");
    }
    page.append("| path | type | default | meaning |\n|---|---|---|---|\n");
    rows(at, section, at.isEmpty());
  }

  /** The rows of a section and, unless they have a section of their own, of those inside it. */
  private void rows(String at, JsonNode section, boolean top) {
    section
        .get("properties")
        .properties()
        .forEach(
            setting -> {
              String path = at + setting.getKey();
              JsonNode value = setting.getValue();
              told.add(path);
              if (top && (value.has("properties") || value.path("items").has("properties"))) {
                row(path, kind(value) + ", see below", "–", value.get("description").asText());
              } else {
                row(path, kind(value), standard(section, setting.getKey()), meaning(value));
                inside(path, value);
              }
            });
  }

  private void inside(String path, JsonNode value) {
    if (value.has("properties")) {
      rows(path + ".", value, false);
    } else if (value.path("items").has("properties")) {
      rows(path + "[].", value.get("items"), false);
    }
  }

  private void row(String path, String kind, String standard, String meaning) {
    page.append("| `%s` | %s | %s | %s |\n".formatted(path, kind, standard, meaning));
  }

  private static String meaning(JsonNode value) {
    String meaning = value.get("description").asText();
    JsonNode example = value.path("examples").path(0);
    return value.has("default") || example.isMissingNode()
        ? meaning
        : meaning + ", e.g. `" + example.asText() + "`";
  }

  private static String standard(JsonNode section, String key) {
    JsonNode standard = section.get("properties").get(key).path("default");
    if (!standard.isMissingNode()) {
      return "`" + standard.asText() + "`";
    }
    boolean required =
        StreamSupport.stream(section.path("required").spliterator(), false)
            .anyMatch(name -> name.asText().equals(key));
    return required ? "required" : "–";
  }

  private static String kind(JsonNode value) {
    if (value.has("enum")) {
      return StreamSupport.stream(value.get("enum").spliterator(), false)
          .map(word -> "`" + word.asText() + "`")
          .collect(joining(", "));
    }
    if (value.has("anyOf")) {
      return "a number, or a share";
    }
    return switch (value.get("type").asText()) {
      case "integer" -> "whole number" + bounds(value);
      case "number" -> "number" + bounds(value);
      case "array" -> "list of " + (value.get("items").has("properties") ? "sections" : "texts");
      case "object" -> value.has("properties") ? "section" : "mapping of names to shares";
      case "string" -> text(value.get("pattern").asText());
      default -> throw new IllegalArgumentException("no words for " + value);
    };
  }

  private static String bounds(JsonNode value) {
    return value.has("minimum")
        ? ", %s to %s".formatted(plain(value.get("minimum")), plain(value.get("maximum")))
        : "";
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }

  /** The name of a pattern; a new kind of setting needs its words here and in the table above. */
  private static String text(String pattern) {
    if (pattern.contains("lognormal")) {
      return "spread";
    }
    if (pattern.startsWith("^([01][0-9]|2[0-3])")) {
      return "time of day";
    }
    if (pattern.startsWith("^[+-]?([0-9]+")) {
      return "offset";
    }
    if (pattern.startsWith("^([0-9]+")) {
      return "duration";
    }
    return switch (pattern) {
      case "\\S" -> "text";
      case "^[a-z0-9]+(-[a-z0-9]+)*$" -> "name";
      case "^[^\\u0000-\\u001f\\u007f]{1,80}$" -> "somebody's name";
      case "^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63}){1,8}$" ->
          "e-mail address";
      case "^[a-z]+(-[a-z]+)*( .+)?$" -> "event";
      case "^[^\\u0000-\\u001f\\u007f]{1,200}$" -> "text of one line";
      case "^[a-z0-9_-]{1,80}$" -> "Slack channel's name";
      case "^\\S[^\\n]*$" -> "moment";
      case "^https?://[^\\s<>|]+[^\\s<>|/]$" -> "URL without a `/` at its end";
      case "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" -> "date";
      case "^(none|[1-9][0-9]{0,3}s)$" -> "seconds";
      case "^[0-9]+(\\.[0-9]+)? ?%$" -> "share";
      case "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$" -> "rate";
      default -> throw new IllegalArgumentException("no words for pattern " + pattern);
    };
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
