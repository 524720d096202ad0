package gameday.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.PipelinePath;
import gameday.contract.PipelineVariable;
import gameday.live.LiveSettings;
import gameday.process.PipelinePart;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract's page, held against the code's own lists. */
class ContractPageTest {
  private static final String PAGE = Pages.text(Pages.page("pipeline-contract.md"));
  private static final Pattern VARIABLE =
      Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| [^|]+ \\|( yes)? \\|$");
  private static final Pattern ENDPOINT = Pattern.compile("(?m)^\\| `(?:GET|POST) (/[^`]+)` \\|");
  private static final Pattern PART = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.*) \\|$");

  @Test
  void hasEveryVariableInOrderAndMarksSecrets() {
    List<String> expected =
        Arrays.stream(PipelineVariable.values())
            .filter(variable -> !variable.isOwn())
            .map(variable -> variable + (variable.isSecret() ? " yes" : ""))
            .toList();

    assertEquals(
        expected,
        rows(VARIABLE).map(row -> row.group(1) + (row.group(2) == null ? "" : " yes")).toList());
  }

  @Test
  void hasEveryEndpoint() throws IllegalAccessException {
    Set<String> expected = new TreeSet<>(Set.of("/ready"));
    for (var field : PipelinePath.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        expected.add((String) field.get(null));
      }
    }

    assertEquals(expected, new TreeSet<>(rows(ENDPOINT).map(row -> row.group(1)).toList()));
  }

  @Test
  void hasEveryPartAndSaysWhichChangesNothing() {
    List<String> expected = new ArrayList<>();
    for (PipelinePart part : PipelinePart.values()) {
      boolean matters =
          switch (part) {
            case MOD_CHAT, DEADLINES -> true;
            case GROUPING, EDITS, GRANTS, FILES -> false;
          };
      expected.add(part.word() + " " + matters);
    }

    List<String> told =
        rows(PART)
            .map(
                row -> row.group(1) + " " + !row.group(2).equals("may be named; not exercised yet"))
            .toList();
    assertEquals(expected, told);
  }

  @Test
  void hasTheWaitsOfTheCode() {
    long seconds = LiveSettings.HEALTHY_WITHIN.toSeconds();
    long minutes = LiveSettings.STARTED_WITHIN.toMinutes();

    assertTrue(PAGE.contains("answers 200, " + seconds + " s at most"), "health");
    assertTrue(PAGE.contains("waits " + minutes + " min at most"), "health of a running one");
  }

  private static Stream<MatchResult> rows(Pattern pattern) {
    return pattern.matcher(PAGE).results();
  }
}
