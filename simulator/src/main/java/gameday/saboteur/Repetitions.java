package gameday.saboteur;

import static gameday.saboteur.Saboteur.pipeline;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import java.util.List;

/** Saboteurs that do twice what must be done once. */
final class Repetitions {
  private static final double OFTEN = 0.4;

  private Repetitions() {}

  static List<Saboteur> all() {
    return List.of(
        pipeline(
            "posts-twice",
            "Some escalations stand in the channel twice.",
            "escalated-once",
            here -> twice(here, Matter.ESCALATION)),
        pipeline(
            "posts-again-without-looking",
            "When Slack's answer is lost it posts again, without looking whether it stands.",
            "escalated-once",
            Day.SLACK_LOSES_ANSWERS,
            here -> new NeverLooks()),
        pipeline(
            "answers-twice",
            "Some answers are brought back twice.",
            "answer-returned",
            here -> twice(here, Matter.ANSWER)),
        pipeline(
            "answers-again-without-looking",
            "When the chat's answer is lost it writes again, without looking whether it stands.",
            "answer-returned",
            Day.CHAT_LOSES_ANSWERS,
            here -> new NeverLooks()),
        pipeline(
            "answers-twice-after-restart",
            "Once restarted, it brings every answer back twice.",
            "answer-returned",
            Day.CRASHES,
            here -> new StuttersAfterRestart()),
        pipeline(
            "reminds-twice",
            "It reminds twice at once.",
            "on-time",
            here -> twice(here, Matter.REMINDER)));
  }

  private static Conduct twice(Circumstances here, Matter matter) {
    return Plant.doing(
        effect ->
            matter.isOf(effect) && here.strikes(effect.key(), OFTEN)
                ? List.of(effect, Rewritten.again(effect))
                : List.of(effect));
  }

  private static final class NeverLooks implements Conduct {
    @Override
    public boolean looksBeforeRepeating() {
      return false;
    }
  }

  private static final class StuttersAfterRestart implements Conduct {
    /** The first start is before the doors open; a restart takes the event's clock along. */
    private static final long FIRST_START_NANOS = 1_000_000_000L;

    private boolean restarted;

    @Override
    public List<Input> hears(Input input) {
      restarted |= input.signal() instanceof Signal.WasAway && input.atNanos() > FIRST_START_NANOS;
      return List.of(input);
    }

    @Override
    public List<Effect> does(Effect effect) {
      return restarted && Matter.ANSWER.isOf(effect)
          ? List.of(effect, Rewritten.again(effect))
          : List.of(effect);
    }
  }
}
