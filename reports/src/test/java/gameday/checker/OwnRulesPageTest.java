package gameday.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.evidence.Evidence;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.rehearsed.Horizon;
import gameday.scenario.RulePlan;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.verdict.RuleVerdict;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/own-rules.md do what the page says. */
class OwnRulesPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+ ?\\w*)\\n(.*?)^```$");

  @Test
  void everyExampleAcceptsAndRejectsWhatItShows() throws IOException {
    RulePlan rule = null;
    int examples = 0;
    for (MatchResult block :
        BLOCK.matcher(Files.readString(Path.of("../docs/own-rules.md"))).results().toList()) {
      switch (block.group(1)) {
        case "yaml" -> rule = read(block.group(2));
        case "jsonl accepted" -> check(rule, block.group(2), 0);
        case "jsonl rejected" -> {
          check(rule, block.group(2), 1);
          examples++;
        }
        default -> throw new AssertionError("a block of " + block.group(1));
      }
    }
    assertEquals(3, examples);
  }

  private static RulePlan read(String yaml) {
    Loaded loaded = ScenarioFile.read("page.yaml", yaml);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario().rules().get(0);
  }

  private static void check(RulePlan rule, String lines, int violations) throws IOException {
    Evidence evidence =
        new Evidence(Horizon.scenario().withRules(List.of(rule)), Horizon.script(), history(lines));

    RuleVerdict verdict = RuleBook.judge(evidence).getLast();

    assertEquals(rule.id(), verdict.rule());
    assertEquals(1, verdict.cases(), lines);
    assertEquals(violations, verdict.violations().size(), lines);
  }

  /** A page shows what matters; a whole file begins and ends with the run. */
  private static History history(String lines) throws IOException {
    String whole =
        """
        {"format":"gameday-history","version":1}
        {"seq":0,"at":0,"kind":"run-started","scenario":"horizon","seed":1,"speed":1,"clock":"wall"}
        %s{"seq":%d,"at":3600000000000,"kind":"run-ended","reason":"drained","detail":""}
        """
            .formatted(lines, lines.lines().count() + 1);
    HistoryReader.Read read = HistoryReader.read("page.jsonl", new StringReader(whole));
    return assertInstanceOf(HistoryReader.Read.Readable.class, read, read::toString).history();
  }
}
