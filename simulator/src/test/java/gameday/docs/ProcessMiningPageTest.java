package gameday.docs;

import gameday.mining.Attribute;
import gameday.mining.EventType;
import gameday.mining.ObjectType;
import gameday.mining.Qualifier;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProcessMiningPageTest {
  private static final String START = "<!-- generated -->\n";

  @Test
  void theTablesAreThoseOfTheCode() throws IOException {
    String page = Pages.text(Pages.page("process-mining.md"));
    StringBuilder generated = new StringBuilder(page.substring(0, page.indexOf(START)));
    generated.append(START).append("\n## Object types\n\n| type | attributes |\n|---|---|\n");
    for (ObjectType type : ObjectType.values()) {
      row(generated, type.word(), type.attributes());
    }
    generated.append(
        "\n## Event types\n\nEach has `sequence` and `harness-nanos`, too.\n\n"
            + "| type | attributes |\n|---|---|\n");
    for (EventType type : EventType.values()) {
      row(generated, type.word(), type.attributes());
    }
    generated.append("\n## Qualifiers\n\n");
    generated.append(
        Arrays.stream(Qualifier.values())
            .map(qualifier -> "`" + qualifier.word() + "`")
            .collect(Collectors.joining(", ")));
    generated.append(".\n");

    Pages.check("process-mining.md", generated.toString());
  }

  private static void row(StringBuilder page, String type, List<Attribute> attributes) {
    String told =
        attributes.stream()
            .map(
                attribute ->
                    "`%s` (%s%s)"
                        .formatted(
                            attribute.word(),
                            attribute.ocelType(),
                            attribute.isPersonal() ? ", left out without texts" : ""))
            .collect(Collectors.joining(", "));
    page.append("| `%s` | %s |\n".formatted(type, told.isEmpty() ? "–" : told));
  }
}
