package gameday.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes {@code GAMEDAY_SEED} for {@code --seed}, and so on for every option that has a long name.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null; // picocli's word for "none here"
    }
    return environment.get(variable(option.longestName()));
  }

  /** The variable for an option's long name: {@code --no-gates} is {@code GAMEDAY_NO_GATES}. */
  static String variable(String option) {
    return "GAMEDAY_" + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
