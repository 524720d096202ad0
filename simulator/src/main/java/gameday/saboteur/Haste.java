package gameday.saboteur;

import static gameday.saboteur.Saboteur.pipeline;

import gameday.pipeline.Caller;
import gameday.pipeline.Conduct;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationMessage;
import gameday.process.EscalationProcess;
import gameday.process.EscalationTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Saboteurs that act too early, too late, or where it isn't their turn. */
final class Haste {
  private static final double OFTEN = 0.4;

  private Haste() {}

  static List<Saboteur> all() {
    return List.of(
        pipeline(
            "skips-the-client-team",
            "It escalates questions while the chatbot still has them.",
            "client-team-first",
            SkipsClientTeam::new),
        pipeline(
            "escalates-what-an-agent-has",
            "It escalates what an agent works on and hasn't escalated.",
            "escalated-iff-needed",
            EscalatesWhatIsTaken::new),
        pipeline(
            "escalates-what-is-over",
            "It escalates conversations that an agent has answered and closed.",
            "escalated-iff-needed",
            EscalatesWhatIsOver::new),
        pipeline(
            "escalates-too-early",
            "It escalates untaken questions some seconds before their deadline.",
            "on-time",
            here -> Plant.goingBy(book -> shifted(book, early(here), Duration.ZERO))),
        pipeline(
            "escalates-too-late",
            "It escalates untaken questions some seconds after their deadline.",
            "on-time",
            here -> Plant.goingBy(book -> shifted(book, late(here), Duration.ZERO))),
        pipeline(
            "reminds-too-early",
            "It reminds some seconds before the deadline.",
            "on-time",
            here -> Plant.goingBy(book -> shifted(book, Duration.ZERO, early(here)))),
        pipeline(
            "reminds-too-late",
            "It reminds some seconds after the deadline.",
            "on-time",
            here -> Plant.goingBy(book -> shifted(book, Duration.ZERO, late(here)))));
  }

  private static Duration early(Circumstances here) {
    return here.atLeast(Duration.ofSeconds(3), Duration.ofMillis(150)).negated();
  }

  private static Duration late(Circumstances here) {
    return here.atLeast(Duration.ofSeconds(8), Duration.ofMillis(1_150));
  }

  /** The same playbook with deadlines put off; both reminders by {@code remind}. */
  static Playbook shifted(Playbook book, Duration untaken, Duration remind) {
    EscalationProcess process = book.process();
    Deadlines right = process.deadlines();
    Deadlines wrong =
        new Deadlines(
            right.untaken().plus(untaken),
            right.remind().plus(remind),
            right.callAgain().plus(remind));
    return new Playbook(
        new EscalationProcess(
            process.profile(), process.way(), process.route(), wrong, process.groupWithin()),
        book.mention(),
        book.eventPage(),
        book.responseTeam(),
        book.agents(),
        book.sessionPages());
  }

  /**
   * What an agent would write, and nobody did.
   *
   * @param issue blank for what the asker wrote
   */
  private static Input note(Input after, Conversation conversation, Caller caller, String issue) {
    EscalationTemplate template =
        new EscalationTemplate(
            issue,
            caller.page(),
            caller.email().isBlank() ? List.of() : List.of(caller.email()),
            Optional.empty());
    return new Input(
        after.key() + ":eager",
        after.atNanos(),
        new Signal.AgentNoted(conversation, caller, "", EscalationMessage.forNote(template)));
  }

  private static final class SkipsClientTeam implements Conduct {
    private final Circumstances here;
    private final Acquaintances heard = new Acquaintances();

    SkipsClientTeam(Circumstances here) {
      this.here = here;
    }

    @Override
    public List<Input> hears(Input input) {
      boolean known =
          input.signal() instanceof Signal.InConversation about
              && !heard.caller(about.conversation()).email().isBlank();
      heard.hear(input);
      if (!known
          && input.signal() instanceof Signal.UserWrote wrote
          && wrote.conversation().chat() == Chat.HELP
          && !wrote.forAgents()
          && !wrote.caller().email().isBlank()
          && here.strikes(input.key(), OFTEN)) {
        return List.of(input, note(input, wrote.conversation(), wrote.caller(), wrote.text()));
      }
      return List.of(input);
    }
  }

  /**
   * Waits long enough that nobody can say that the agent's taking it was not known yet. Leaves
   * alone who comes back: a second thread of theirs could be taken for the first one, repeated.
   */
  private static final class EscalatesWhatIsTaken implements Conduct {
    private final Circumstances here;
    private final Acquaintances heard = new Acquaintances();
    private final Map<Conversation, Input> taken = new LinkedHashMap<>();
    private final Set<Conversation> closed = new HashSet<>();
    private final long patienceNanos;

    EscalatesWhatIsTaken(Circumstances here) {
      this.here = here;
      this.patienceNanos = here.atLeast(Duration.ofSeconds(4), Duration.ofMillis(200)).toNanos();
    }

    @Override
    public List<Input> hears(Input input) {
      heard.hear(input);
      if (input.signal() instanceof Signal.Taken about) {
        if (here.strikes(input.key(), OFTEN)
            && !heard.isNoted(about.conversation())
            && !closed.contains(about.conversation())) {
          taken.putIfAbsent(about.conversation(), input);
        }
      } else if (input.signal() instanceof Signal.InConversation about
          && (about instanceof Signal.AgentNoted
              || about instanceof Signal.Closed
              || about instanceof Signal.UserWrote)) {
        taken.remove(about.conversation());
        if (about instanceof Signal.Closed) {
          closed.add(about.conversation());
        }
      }
      List<Input> all = new ArrayList<>(List.of(input));
      taken
          .entrySet()
          .removeIf(
              entry -> {
                boolean due = input.atNanos() - entry.getValue().atNanos() >= patienceNanos;
                if (due) {
                  Caller caller = heard.caller(entry.getKey());
                  all.add(note(entry.getValue(), entry.getKey(), caller, ""));
                }
                return due;
              });
      return all;
    }
  }

  private static final class EscalatesWhatIsOver implements Conduct {
    private final Circumstances here;
    private final Acquaintances heard = new Acquaintances();

    EscalatesWhatIsOver(Circumstances here) {
      this.here = here;
    }

    @Override
    public List<Input> hears(Input input) {
      heard.hear(input);
      if (input.signal() instanceof Signal.Closed closed
          && heard.isTaken(closed.conversation())
          && !heard.isKnownInSlack(closed.conversation())
          && here.strikes(input.key(), OFTEN)) {
        Caller caller = heard.caller(closed.conversation());
        return List.of(input, note(input, closed.conversation(), caller, ""));
      }
      return List.of(input);
    }

    @Override
    public List<Effect> does(Effect effect) {
      heard.done(effect);
      return List.of(effect);
    }
  }
}
