package gameday.gates;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.Optional;

/**
 * What must hold.
 *
 * @param text the line as written
 * @param chat only questions of this chat
 * @param audience only questions of this audience
 * @param orEqual whether meeting the limit exactly is enough
 * @param limit nanoseconds of a duration, or a share from 0 to 1
 * @param from only questions meant to be asked from here, event time
 * @param to and before here
 */
public record Objective(
    String text,
    Optional<Chat> chat,
    Optional<Audience> audience,
    Metric metric,
    Statistic statistic,
    boolean orEqual,
    double limit,
    Optional<Duration> from,
    Optional<Duration> to) {

  boolean isAboutModChatOnly() {
    return chat.filter(Chat.MOD::equals).isPresent();
  }

  boolean isAbout(ScriptedQuestion question) {
    return chat.filter(c -> c != question.chat()).isEmpty()
        && audience.filter(a -> a != question.asker().audience()).isEmpty()
        && from.filter(start -> question.at().compareTo(start) < 0).isEmpty()
        && to.filter(end -> question.at().compareTo(end) >= 0).isEmpty();
  }

  boolean isMetBy(double actual) {
    return orEqual ? actual <= limit : actual < limit;
  }
}
