package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.docs.Pages;
import gameday.scenario.yaml.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every command that the documentation shows is understood; none is carried out. */
class DocumentedCommandsTest {
  private static final Pattern IN_TEXT = Pattern.compile("`(\\./gameday [^`]+)`");
  private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @Test
  void everyCommandIsUnderstood() {
    List<String> commands = commands();

    List<String> faults = commands.stream().flatMap(one -> fault(one).stream()).toList();

    assertTrue(commands.size() >= 15, commands::toString);
    assertEquals(List.of(), faults);
  }

  @Test
  void everyOptionNamedInTextIsThere() {
    List<String> known =
        Main.commandLine(Map.of()).getSubcommands().values().stream()
            .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
            .toList();
    List<String> named =
        Pages.all().stream()
            .flatMap(page -> OPTION.matcher(Pages.text(page)).results())
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertFalse(named.isEmpty());
    assertEquals(List.of(), named.stream().filter(option -> !known.contains(option)).toList());
  }

  @Test
  void aCommandThatIsNotThereIsNoticed() {
    assertTrue(fault("./gameday rehearse smoke").isPresent());
    assertTrue(fault("./gameday run smoke --sped 7").isPresent());
    assertTrue(fault("./gameday run smoke --seed seven").isPresent());
    assertTrue(fault("./gameday run keynote-crush").isPresent());
  }

  private static List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (Path page : Pages.all()) {
      Stream<String> shown =
          Pages.blocks(page).stream()
              .flatMap(block -> block.lines().stream())
              .map(String::strip)
              .filter(line -> line.startsWith("./gameday "));
      Stream<String> named =
          IN_TEXT.matcher(Pages.text(page)).results().map(found -> found.group(1));
      Stream.concat(shown, named).forEach(commands::add);
    }
    return commands;
  }

  /** What is wrong with a command, if anything. */
  private static Optional<String> fault(String command) {
    List<String> words = new ArrayList<>();
    String typed = command.replaceFirst(" > \\S+$", "");
    for (MatchResult word : WORD.matcher(typed).results().toList()) {
      words.add(Stream.of(1, 2, 3).map(word::group).filter(w -> w != null).findFirst().get());
    }
    CommandLine line = Main.commandLine(Map.of());
    try {
      ParseResult parsed = line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
      return parsed.hasSubcommand()
          ? scenarioFault(command, parsed.subcommand())
          : Optional.empty();
    } catch (ParameterException e) {
      return Optional.of(command + ": " + e.getMessage());
    }
  }

  private static Optional<String> scenarioFault(String command, ParseResult parsed) {
    List<String> catalogue = Catalog.list().stream().map(Catalog.Listed::name).toList();
    return parsed.matchedPositionals().stream()
        .filter(argument -> argument.paramLabel().equals("SCENARIO"))
        .map(argument -> String.valueOf(argument.<Object>getValue()))
        // A reader's own file, or the place where a name goes.
        .filter(name -> !name.endsWith(".yaml") && !name.equals("SCENARIO"))
        .filter(name -> !catalogue.contains(name))
        .map(name -> command + ": no scenario is called " + name)
        .findFirst();
  }
}
