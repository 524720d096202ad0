package gameday.saboteur;

import static gameday.saboteur.Saboteur.pipeline;

import gameday.pipeline.Conduct;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import gameday.process.EscalationMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saboteurs that lose something: never hear of it, never do it, or forget it. */
final class Losses {
  private static final double OFTEN = 0.4;
  private static final Duration NEVER = Duration.ofDays(365);

  private Losses() {}

  static List<Saboteur> all() {
    return List.of(
        pipeline(
            "overhears-notes",
            "Now and then it takes no notice of an agent's /escalate.",
            "no-question-lost",
            Losses::overhearsNotes),
        pipeline(
            "drops-escalations",
            "Some escalations that an agent wants are lost on their way to Slack.",
            "no-question-lost",
            DropsEscalations::new),
        pipeline(
            "acknowledges-before-storing",
            "It says 'got it' before it has written it down, and a crash wipes that out.",
            "no-question-lost",
            Day.CRASHES,
            here -> new AcknowledgesBeforeStoring()),
        pipeline(
            "drops-answers",
            "Some answers never find their way back from Slack.",
            "answer-returned",
            here ->
                Plant.doing(
                    effect ->
                        Matter.ANSWER.isOf(effect) && here.strikes(effect.key(), OFTEN)
                            ? List.of()
                            : List.of(effect))),
        pipeline(
            "forgets-threads-on-restart",
            "Once restarted, it no longer knows the threads from before.",
            "answer-returned",
            Day.CRASHES,
            here -> new ForgetsThreads()),
        pipeline(
            "forgets-who-joined",
            "Of many users with one trouble only the first hears the answer.",
            "answer-returned",
            here -> new ForgetsWhoJoined()),
        pipeline(
            "ignores-edited-answers",
            "An answer that is edited in Slack stays as it was in the chat.",
            "answer-returned",
            here ->
                Plant.hearing(
                    input ->
                        input.signal() instanceof Signal.SlackEdited ? List.of() : List.of(input))),
        pipeline(
            "ignores-reopened-conversations",
            "Once a conversation was closed it hears nothing of it any more, come who may.",
            "no-question-lost",
            here -> new IgnoresReopened()),
        pipeline(
            "leaves-untaken-lying",
            "A question that nobody takes is never escalated.",
            "on-time",
            here -> Plant.goingBy(book -> Haste.shifted(book, NEVER, Duration.ZERO))),
        pipeline(
            "never-reminds",
            "It never reminds anybody of an escalation.",
            "on-time",
            here -> dropping(Matter.REMINDER)),
        pipeline(
            "never-calls-again",
            "It reminds once and then lets an escalation lie.",
            "on-time",
            here -> dropping(Matter.SECOND_CALL)));
  }

  private static Conduct dropping(Matter matter) {
    return Plant.doing(effect -> matter.isOf(effect) ? List.of() : List.of(effect));
  }

  private static Conduct overhearsNotes(Circumstances here) {
    return Plant.hearing(
        input ->
            input.signal() instanceof Signal.AgentNoted note
                    && EscalationMessage.isEscalationNote(note.text())
                    && here.strikes(input.key(), OFTEN)
                ? List.of()
                : List.of(input));
  }

  /** What nobody took is another rule's, so only what an agent asked for is dropped. */
  private static final class DropsEscalations implements Conduct {
    private final Circumstances here;
    private final Acquaintances heard = new Acquaintances();

    DropsEscalations(Circumstances here) {
      this.here = here;
    }

    @Override
    public List<Input> hears(Input input) {
      heard.hear(input);
      return List.of(input);
    }

    @Override
    public List<Effect> does(Effect effect) {
      return effect instanceof Effect.PostToSlack post
              && heard.isNoted(post.issue())
              && here.strikes(effect.key(), OFTEN)
          ? List.of()
          : List.of(effect);
    }
  }

  private static final class AcknowledgesBeforeStoring implements Conduct {
    @Override
    public boolean storesBeforeAcknowledging() {
      return false;
    }
  }

  /** A reply there counts as a look, so that no reminder is sent on top. */
  private static final class ForgetsThreads implements Conduct {
    private final Set<String> known = new HashSet<>();

    @Override
    public List<Input> hears(Input input) {
      if (input.signal() instanceof Signal.WasAway) {
        known.clear();
      } else if (input.signal() instanceof Signal.Posted posted) {
        known.add(posted.ts());
      } else if (input.signal() instanceof Signal.SlackReplied reply
          && !known.contains(reply.threadTs())) {
        Signal looked = new Signal.SlackReacted(reply.threadTs(), reply.user(), "eyes");
        return List.of(new Input(input.key(), input.atNanos(), looked));
      }
      return List.of(input);
    }
  }

  private static final class IgnoresReopened implements Conduct {
    private final Set<Conversation> closed = new HashSet<>();

    @Override
    public List<Input> hears(Input input) {
      if (!(input.signal() instanceof Signal.InConversation about)) {
        return List.of(input);
      }
      boolean over = closed.contains(about.conversation());
      if (about instanceof Signal.Closed) {
        closed.add(about.conversation());
      }
      return over ? List.of() : List.of(input);
    }
  }

  private static final class ForgetsWhoJoined implements Conduct {
    private final Map<String, String> first = new HashMap<>();

    @Override
    public List<Effect> does(Effect effect) {
      if (!Matter.ANSWER.isOf(effect) || !(effect instanceof Effect.ToChat note)) {
        return List.of(effect);
      }
      String message = effect.key().substring(0, effect.key().lastIndexOf(':'));
      String conversation = note.conversation().toString();
      return first.computeIfAbsent(message, unknown -> conversation).equals(conversation)
          ? List.of(effect)
          : List.of();
    }
  }
}
