package gameday.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.gates.Metric;
import gameday.gates.Objectives;
import gameday.gates.Statistic;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.verdict.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
  private static final Pattern EXIT_ROW = Pattern.compile("(?m)^\\| ([0-9, ]+) \\| (.*) \\|$");

  @Test
  void everyLinkLeadsToAFileOfThisRepository() {
    List<String> broken = new ArrayList<>();
    for (Path page : Pages.all()) {
      for (MatchResult link : LINK.matcher(Pages.text(page)).results().toList()) {
        String target = link.group(1);
        if (!target.startsWith("https://")
            && !Files.exists(page.resolveSibling(target).normalize())) {
          broken.add(page.getFileName() + ": " + target);
        }
      }
    }

    assertEquals(List.of(), broken);
  }

  @Test
  void everyScenarioShownIsReadWithoutFaults() {
    List<Pages.Block> shown =
        Pages.all().stream()
            .flatMap(page -> Pages.blocks(page).stream())
            .filter(block -> block.language().equals("yaml"))
            .toList();

    assertTrue(shown.size() >= 2, "your-event.md shows scenarios");
    for (Pages.Block block : shown) {
      Scenario scenario = scenario(ScenarioFile.read("shown.yaml", block.text(), List.of()));
      assertEquals(List.of(), Objectives.read(scenario.objectives(), scenario.event()).faults());
    }
  }

  @Test
  void everyObjectiveShownIsRead() {
    List<String> lines =
        Pages.blocks("objectives.md", "objective").stream()
            .flatMap(block -> block.lines().stream())
            .toList();

    Scenario scenario = scenario(Catalog.load("keynote-rush", List.of()));

    assertEquals(List.of(), Objectives.read(lines, scenario.event()).faults());
    for (Metric metric : Metric.values()) {
      assertTrue(
          lines.stream().anyMatch(line -> line.contains(metric.words())),
          metric + " has no example");
    }
  }

  @Test
  void samplesAnObjectiveTakesAreThoseOfTheCode() {
    String page = Pages.text(Pages.page("objectives.md"));

    for (Statistic statistic : Statistic.values()) {
      String name =
          switch (statistic) {
            case P50, P90, P95, P99, MEAN, MAX -> "`" + statistic.word() + "`";
            case SHARE -> "a share of questions or actions";
            case TIME_SHARE -> "an occupancy";
          };
      String row = "\n| %s | %d |\n".formatted(name, statistic.minimumSamples());
      assertTrue(page.contains(row), () -> "objectives.md lacks the row" + row);
    }
  }

  @Test
  void exitCodesAreThoseOfTheCode() {
    List<MatchResult> rows = EXIT_ROW.matcher(Pages.text(Pages.page("ci.md"))).results().toList();

    List<String> told = rows.stream().map(row -> row.group(1).split(",")[0]).toList();

    List<String> codes = Arrays.stream(ExitCode.values()).map(c -> "" + c.code()).toList();
    assertEquals(codes, told);
    for (ExitCode code : ExitCode.values()) {
      String meaning = rows.get(code.ordinal()).group(2).toLowerCase(Locale.ROOT);
      assertTrue(meaning.startsWith(code.meaning()), () -> code + " is told as " + meaning);
    }
  }

  @Test
  void noPageMentionsAFolderOfSomebodysMachine() {
    for (Path page : Pages.all()) {
      assertFalse(Pages.text(page).matches("(?s).*(/tmp/|/root/|/home/).*"), page::toString);
    }
  }

  private static Scenario scenario(Loaded loaded) {
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
  }
}
