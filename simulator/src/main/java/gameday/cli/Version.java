package gameday.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar's manifest; {@code from sources} when run from classes. */
final class Version implements IVersionProvider {
  static String word() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("from sources");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"gameday " + word(), "Java " + Runtime.version()};
  }
}
