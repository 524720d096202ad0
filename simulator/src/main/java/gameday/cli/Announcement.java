package gameday.cli;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is about to be played, seed first. */
final class Announcement {
  private Announcement() {}

  static void print(
      PrintWriter out, Scenario scenario, Script script, double speed, boolean quiet) {
    out.println("seed " + script.seed());
    if (quiet) {
      return;
    }
    Duration wall = Duration.ofMillis(Math.round(script.length().toMillis() / speed));
    out.printf("%s: %s%n", scenario.name(), scenario.title());
    out.printf(
        "%d questions over %s at speed %s: about %d s, then draining%n",
        script.questions().size(), words(script.length()), plain(speed), wall.toSeconds());
    out.printf(
        "  from %s%n",
        Arrays.stream(Audience.values())
            .map(
                audience ->
                    count(script, q -> q.asker().audience() == audience)
                        + " "
                        + audience.word()
                        + "s")
            .collect(Collectors.joining(", ")));
    out.printf(
        "  in %s%n",
        Arrays.stream(Chat.values())
            .map(chat -> count(script, q -> q.chat() == chat) + " " + chat.word())
            .collect(Collectors.joining(", ")));
    out.printf(
        "  answerable by %s%n",
        Arrays.stream(Tier.values())
            .map(tier -> count(script, q -> q.truth() == tier) + " " + tier.word())
            .collect(Collectors.joining(", ")));
    out.flush();
  }

  private static long count(Script script, Predicate<ScriptedQuestion> which) {
    return script.questions().stream().filter(which).count();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String words(Duration length) {
    return length.toHours() > 0
        ? "%d h %02d min".formatted(length.toHours(), length.toMinutesPart())
        : length.toMinutes() + " min";
  }
}
