package gameday.trial;

import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.Work;
import java.time.Duration;
import java.util.List;

/**
 * When things go wrong: half of it at any time, half of it just when something is under way, since
 * a fault of seconds in half an hour would hit nothing most of the time.
 */
final class Moments {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final Duration AIM = Duration.ofSeconds(4);

  private final Duration length;
  private final List<ScriptedQuestion> questions;

  Moments(Duration length, Script script) {
    this.length = length;
    this.questions = script.questions();
  }

  /** A time during which something is wrong, all of it before questions stop coming. */
  record Window(Duration from, Duration until) {
    boolean isClearOf(Window other, Duration gap) {
      return until.plus(gap).compareTo(other.from) <= 0
          || other.until.plus(gap).compareTo(from) <= 0;
    }
  }

  /** A window of at most {@code longest}. */
  Window window(Dice dice, Duration longest) {
    return from(moment(dice), dice.between(LEAST, longest));
  }

  /** The window that begins then, and ends when the day does at the latest. */
  Window from(Duration begins, Duration lasting) {
    Duration last = length.minus(LEAST);
    Duration from = begins.compareTo(last) < 0 ? begins : last;
    Duration until = from.plus(lasting);
    return new Window(from, until.compareTo(length) < 0 ? until : length);
  }

  private Duration moment(Dice dice) {
    boolean aimed = dice.happens(0.5) && !questions.isEmpty();
    Duration moment =
        aimed ? busy(dice).minus(BEFORE).plus(dice.upTo(AIM)) : dice.upTo(length.minus(LEAST));
    return moment.isNegative() ? Duration.ZERO : moment;
  }

  /** About when a question is asked, escalated or answered, if nobody waits for anybody. */
  private Duration busy(Dice dice) {
    ScriptedQuestion question = questions.get(dice.below(questions.size()));
    Work work = question.work();
    Duration escalated =
        question.at().plus(work.chatbot()).plus(work.agentNotice()).plus(work.agent());
    return switch (dice.below(3)) {
      case 0 -> question.at();
      case 1 -> escalated;
      default -> escalated.plus(work.csmNotice()).plus(work.csm());
    };
  }
}
