package gameday.saboteur;

import static gameday.saboteur.Saboteur.pipeline;

import gameday.pipeline.Conduct;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import gameday.process.Chat;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Saboteurs that take the wrong way: another channel, thread or conversation. */
final class Ways {
  private static final double OFTEN = 0.4;

  private Ways() {}

  static List<Saboteur> all() {
    return List.of(
        pipeline(
            "takes-a-similar-channel",
            "Some escalations go into a channel whose name is nearly the event's.",
            "right-channel",
            TakesSimilarChannel::new),
        pipeline(
            "reminds-at-top-level",
            "It reminds in the channel instead of in the issue's thread.",
            "in-thread",
            here ->
                Plant.doing(
                    effect ->
                        List.of(
                            Matter.REMINDER.isOf(effect)
                                ? new Effect.PostToSlack(effect.key(), "", effect.text())
                                : effect))),
        pipeline(
            "reminds-in-another-thread",
            "It reminds of all issues in the thread of the first one.",
            "in-thread",
            here -> new RemindsElsewhere()),
        pipeline(
            "answers-a-stranger",
            "Some answers go to somebody who hasn't asked, instead of to the asker.",
            "answer-returned",
            here -> new AnswersOthers(here, AnswersOthers.Choice.ANYBODY)),
        pipeline(
            "mixes-up-similar-askers",
            "It takes two askers with similar names for one, and answers the other.",
            "answer-returned",
            here -> new AnswersOthers(here, AnswersOthers.Choice.SIMILAR)),
        pipeline(
            "answers-a-stranger-as-well",
            "Some answers also go to somebody who hasn't asked.",
            "answer-returned",
            here -> new AnswersOthers(here, AnswersOthers.Choice.ANYBODY_AS_WELL)),
        pipeline(
            "answers-over-the-agents-head",
            "It writes some answers to the asker, which is the agent's to do.",
            "answer-returned",
            here ->
                Plant.doing(
                    effect ->
                        List.of(
                            effect instanceof Effect.NoteToAgent note
                                    && Matter.ANSWER.isOf(effect)
                                    && here.strikes(effect.key(), OFTEN)
                                ? new Effect.ReplyToUser(
                                    note.key(), note.conversation(), answer(note.text()))
                                : effect))),
        pipeline(
            "leaks-mod-chat-answers",
            "Answers to speakers turn up in the attendees' Help chat.",
            "mod-chat-private",
            here -> new LeaksModChat(false)),
        pipeline(
            "leaks-mod-chat-questions",
            "What speakers write turns up in the attendees' Help chat.",
            "mod-chat-private",
            here -> new LeaksModChat(true)),
        pipeline(
            "lets-strangers-into-mod-chat",
            "It lets people into the Mod chat whom no agent has let in.",
            "mod-chat-private",
            here -> new LetsStrangersIn()));
  }

  /** The answer without the note's header. */
  private static String answer(String note) {
    return note.substring(note.indexOf('\n') + 1);
  }

  /** A saboteur that remembers what it has heard. */
  private abstract static class Listening implements Conduct {
    final Acquaintances heard = new Acquaintances();

    @Override
    public List<Input> hears(Input input) {
      heard.hear(input);
      return List.of(input);
    }
  }

  /**
   * A thread's ts is its own in its channel only, so the core is told another one for a thread in
   * the wrong channel, and never sees the mark again.
   */
  private static final class TakesSimilarChannel implements Conduct {
    private static final String MARK = "~2";

    private final Circumstances here;
    private final Set<String> astray = ConcurrentHashMap.newKeySet();

    TakesSimilarChannel(Circumstances here) {
      this.here = here;
    }

    @Override
    public List<Input> hears(Input input) {
      return input.signal() instanceof Signal.Posted posted && astray.contains(posted.effect())
          ? List.of(
              new Input(
                  input.key(),
                  input.atNanos(),
                  new Signal.Posted(posted.effect(), posted.ts() + MARK)))
          : List.of(input);
    }

    @Override
    public List<Effect> does(Effect effect) {
      boolean strays =
          switch (effect) {
            case Effect.PostToSlack post -> here.strikes(post.key(), OFTEN);
            case Effect.PostInThread post -> post.threadTs().endsWith(MARK);
            case Effect.AddToThread add -> add.threadTs().endsWith(MARK);
            case Effect.ShowFile file -> file.threadTs().endsWith(MARK);
            case Effect.ToChat chat -> false;
          };
      if (!strays) {
        return List.of(effect);
      }
      astray.add(effect.key());
      return List.of(Rewritten.inThread(effect, ts -> ts.replace(MARK, "")));
    }

    @Override
    public String channel(Effect.ToSlack effect, String eventChannel) {
      return astray.contains(effect.key()) ? eventChannel + "-2" : eventChannel;
    }
  }

  /** The first reminder is where it belongs; all others stand below it. */
  private static final class RemindsElsewhere implements Conduct {
    private Optional<String> reminded = Optional.empty();

    @Override
    public List<Effect> does(Effect effect) {
      if (!Matter.REMINDER.isOf(effect) || !(effect instanceof Effect.PostInThread reminder)) {
        return List.of(effect);
      }
      reminded = reminded.or(() -> Optional.of(reminder.threadTs()));
      return List.of(Rewritten.inThread(effect, ts -> reminded.get()));
    }
  }

  private static final class AnswersOthers extends Listening {
    enum Choice {
      ANYBODY,
      SIMILAR,
      ANYBODY_AS_WELL
    }

    private final Circumstances here;
    private final Choice choice;

    AnswersOthers(Circumstances here, Choice choice) {
      this.here = here;
      this.choice = choice;
    }

    @Override
    public List<Effect> does(Effect effect) {
      if (!(effect instanceof Effect.ToChat answer)
          || !Matter.ANSWER.isOf(effect)
          || !here.strikes(effect.key(), OFTEN)) {
        return List.of(effect);
      }
      Conversation asker = answer.conversation();
      List<Conversation> others = heard.others(asker.chat(), asker);
      if (others.isEmpty()) {
        return List.of(effect);
      }
      return switch (choice) {
        case ANYBODY -> List.of(Rewritten.into(anybody(effect, others), answer));
        case SIMILAR -> List.of(Rewritten.into(mostLike(asker, others), answer));
        case ANYBODY_AS_WELL -> List.of(effect, Rewritten.into(anybody(effect, others), answer));
      };
    }

    private Conversation anybody(Effect effect, List<Conversation> others) {
      return others.get(here.pick(effect.key() + " whom", others.size()));
    }

    /** Whose name begins most like the asker's; the first of equals. */
    private Conversation mostLike(Conversation asker, List<Conversation> others) {
      String name = heard.caller(asker).name();
      return others.stream()
          .max(
              Comparator.comparingInt((Conversation other) -> alike(name, other))
                  .thenComparing(others::indexOf, Comparator.reverseOrder()))
          .orElseThrow();
    }

    private int alike(String name, Conversation other) {
      String others = heard.caller(other).name();
      int same = 0;
      while (same < Math.min(name.length(), others.length())
          && name.charAt(same) == others.charAt(same)) {
        same++;
      }
      return same;
    }
  }

  private static final class LeaksModChat extends Listening {
    private final boolean questions;
    private final Set<String> said = new LinkedHashSet<>();

    LeaksModChat(boolean questions) {
      this.questions = questions;
    }

    @Override
    public List<Input> hears(Input input) {
      if (input.signal() instanceof Signal.UserWrote wrote
          && wrote.conversation().chat() == Chat.MOD) {
        said.add(wrote.text());
      }
      return super.hears(input);
    }

    @Override
    public List<Effect> does(Effect effect) {
      if (!(effect instanceof Effect.NoteToAgent note) || !Matter.ANSWER.isOf(effect)) {
        return List.of(effect);
      }
      boolean ofModChat = note.conversation().chat() == Chat.MOD;
      List<Conversation> others = heard.others(Chat.HELP, note.conversation());
      if (others.isEmpty() || ofModChat == questions || said.isEmpty() && questions) {
        return List.of(effect);
      }
      String leak = questions ? String.join("\n", said) : note.text();
      Conversation where = questions ? note.conversation() : others.getFirst();
      return List.of(effect, new Effect.NoteToAgent(effect.key() + ":leak", where, leak));
    }
  }

  private static final class LetsStrangersIn extends Listening {
    @Override
    public List<Effect> does(Effect effect) {
      Optional<Signal.AgentNoted> note = heard.modNote();
      if (!Matter.ANSWER.isOf(effect)
          || !(effect instanceof Effect.ToChat answer)
          || answer.conversation().chat() != Chat.MOD
          || note.isEmpty()) {
        return List.of(effect);
      }
      return List.of(
          effect,
          new Effect.LetIn(
              effect.key() + ":friend",
              answer.conversation(),
              note.get().session(),
              "friend-of-" + heard.caller(answer.conversation()).email(),
              note.get().agent()));
    }
  }
}
