package gameday.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.checker.RuleBook;
import gameday.evidence.EventClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples as a page for trainers; {@code -Dgolden=update} writes it anew. */
class ExamplesPageTest {
  private static final Path PAGE = Path.of("../docs/histories.md");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 96;

  private static final String START =
      """
      # The rules by example

      For each [rule](rules.md) a history that it accepts and one that it rejects, written by hand and judged in every build. All are
      about one evening: Ada shows at stand 7 and asks in the Help chat (`q-1`), Ben speaks in the keynote and asks in its Mod chat
      (`q-2`). The process is the usual one with short deadlines: a question nobody took goes to Slack after 3 minutes, an
      escalation nobody looked at is called to mind after 1 minute and again after 2.

      A line is an entry of `history.jsonl`: its number, the time on the wall, what happened, and its fields. `>` marks the witnesses,
      the entries that prove what is wrong. The files lie in `reports/src/test/resources/gameday/checker/histories/`, with the scenario
      and the script beside them. Generated from them.
      """;

  @Test
  void thePageOnFileIsTheOneOfTheHistories() throws IOException {
    StringBuilder page = new StringBuilder(START);
    for (RuleBook.Words rule : RuleBook.words()) {
      Example example = new Example(Example.ALL.resolve(rule.id()));
      Example.Told told = example.told();
      page.append("\n## ").append(rule.id()).append("\n\n").append(rule.sentence()).append("\n\n");
      page.append("Accepted: ").append(told.accepted()).append("\n\n");
      page.append(shown(example.text("accepted.jsonl"), List.of())).append('\n');
      page.append("Rejected: ").append(told.rejected()).append("\n\n");
      page.append(shown(example.text("rejected.jsonl"), told.witnesses())).append('\n');
      page.append("The %s is to blame: \"%s\"\n".formatted(told.blame(), told.sentence()));
    }

    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page.toString(), Files.readString(PAGE), "run it with -Dgolden=update and look");
  }

  private static String shown(String lines, List<Long> witnesses) throws IOException {
    EventClock clock = new EventClock(1, Example.scenario().event().starts());
    StringBuilder block = new StringBuilder("```text\n");
    for (String line : lines.lines().skip(1).toList()) {
      JsonNode entry = JSON.readTree(line);
      long number = entry.get("seq").asLong();
      block.append(
          "%s %2d  %s  %-17s  %s\n"
              .formatted(
                  witnesses.contains(number) ? ">" : " ",
                  number,
                  clock.time(entry.get("at").asLong()),
                  entry.get("kind").asText(),
                  fields(entry)));
    }
    return block.append("```\n").toString();
  }

  private static String fields(JsonNode entry) {
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      if (!List.of("seq", "at", "kind").contains(field.getKey())) {
        fields.add(field.getKey() + "=" + value(field.getValue()));
      }
    }
    return String.join(" ", fields);
  }

  private static String value(JsonNode value) {
    if (value.isObject()) {
      return value.get("name").asText();
    }
    if (!value.isTextual() || !value.asText().contains(" ")) {
      return value.isTextual() ? value.asText() : value.toString().replace("\"", "");
    }
    String text = value.asText().replace("\n", " / ");
    return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "'";
  }
}
