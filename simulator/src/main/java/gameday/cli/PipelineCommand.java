package gameday.cli;

import gameday.contract.PipelineVariable;
import gameday.pipeline.server.PipelineMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gameday pipeline}: the reference pipeline alone. */
@Command(
    name = "pipeline",
    description = "Runs the reference pipeline; takes its settings from the environment and files.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nVariables (* must be set):%n")
final class PipelineCommand implements Callable<Integer> {
  private static final int MEANING_COLUMN = 28;
  private static final int WIDTH = 98;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "NAME=value lines, such as pipeline.env; may be repeated. What the environment says comes"
              + " first, then the last file.")
  private List<Path> files = new ArrayList<>();

  /** Puts the variables below the options. */
  @Spec
  void spec(CommandSpec spec) {
    List<String> lines = new ArrayList<>();
    for (PipelineVariable variable : PipelineVariable.values()) {
      String mark = variable.isNeeded() ? "* " : "  ";
      String meaning =
          variable.meaning()
              + variable.standard().map(value -> "; default: " + value).orElse("")
              + (variable.isSecret() ? "; secret" : "");
      lines.addAll(entry(mark + variable, meaning));
    }
    lines.add("");
    lines.add("A secret may stand in a file instead: NAME_FILE is the file's path.");
    spec.usageMessage()
        .footer(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
  }

  private static List<String> entry(String name, String meaning) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(name);
    for (String word : Arrays.asList(meaning.split(" "))) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (line.length() < MEANING_COLUMN - 1) {
        line.append(' ');
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public Integer call() {
    return PipelineMain.run(System.getenv(), files);
  }
}
