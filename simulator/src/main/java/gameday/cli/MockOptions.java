package gameday.cli;

import gameday.mocks.MockSettings;
import gameday.mocks.http.StubFolder;
import gameday.verdict.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a user wants to be different about the mocks. */
final class MockOptions {
  @Option(
      names = "--stubs",
      paramLabel = "DIR",
      description =
          "A folder with WireMock mappings/ of your own, which come before the mocks' answers.")
  private Optional<Path> stubs = Optional.empty();

  @Option(
      names = "--rate-limits",
      paramLabel = "FILE",
      description = "Rate limits of Slack's in the place of the published ones; see docs/slack.md.")
  private Optional<Path> rateLimits = Optional.empty();

  /**
   * {@code settings} with the user's wishes.
   *
   * @throws Failure with everything that is wrong with the files
   */
  MockSettings in(MockSettings settings) {
    List<String> faults = new ArrayList<>();
    stubs.map(StubFolder::faults).orElse(List.of()).forEach(it -> faults.add("--stubs: " + it));
    MockSettings changed = stubs.map(settings::stubs).orElse(settings);
    try {
      changed = rateLimits.map(changed::rateLimits).orElse(changed);
    } catch (IllegalArgumentException wrong) {
      wrong.getMessage().lines().forEach(line -> faults.add("--rate-limits: " + line));
    }
    if (!faults.isEmpty()) {
      throw new Failure(ExitCode.USAGE, faults);
    }
    return changed;
  }
}
