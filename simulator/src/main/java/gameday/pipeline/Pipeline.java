package gameday.pipeline;

import gameday.process.Chat;
import gameday.process.Deadlines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The pipeline: takes inputs one at a time, in order of time, and says what to do.
 *
 * <p>The same inputs give the same effects, so its state is what its inputs have made of it, and
 * replaying them after a restart rebuilds it. It is changed in place because nobody needs an older
 * state and copying one for each of a million inputs would cost more than the step itself.
 *
 * <p>Deadlines need no input of their own: whatever comes next at or after a deadline lets it go
 * off first. Who has nothing to tell sends a {@link Signal.Tick} at {@link #nextDeadlineNanos}.
 *
 * <p>No step takes longer because there is more of what it isn't about.
 */
public final class Pipeline {
  private static final int MOST_PUT_OFF = 1_000;

  private final Playbook playbook;
  private final Set<String> seen = new HashSet<>();
  private final Turn turn = new Turn();
  private final Tickets tickets = new Tickets();
  private final Alarms alarms = new Alarms();
  private final Early early = new Early();
  private final Unfound unfound;
  private final Answers answers;
  private final Escalations escalations;
  private final Desk desk;

  /**
   * What was written in the channel while the pipeline was away. It may be about a conversation
   * that the pipeline hasn't found yet.
   */
  private final List<Signal.SlackPosted> putOff = new ArrayList<>();

  private boolean away;

  /** A pipeline that has learnt nothing yet. */
  public Pipeline(Playbook playbook) {
    this.playbook = playbook;
    this.unfound = new Unfound(playbook.process().deadlines().untaken().toNanos());
    this.answers = new Answers(playbook, turn);
    this.escalations = new Escalations(playbook, turn, tickets, answers, unfound);
    this.desk = new Desk(playbook, turn, tickets, alarms, escalations);
  }

  /** What to do, in order; nothing if the input's key was there before. */
  public List<Effect> on(Input input) {
    if (!seen.add(input.key())) {
      return List.of();
    }
    turn.begin(input.atNanos());
    Signal signal = input.signal();
    away = signal instanceof Signal.WasAway || away && !(signal instanceof Signal.CaughtUp);
    if (!away) {
      // First, or a deadline would call for what somebody has escalated by hand meanwhile.
      putOff.forEach(this::posted);
      putOff.clear();
      alarms.goOff(turn.nowNanos(), this::tooLate);
    }
    learn(input.key(), signal);
    return turn.effects();
  }

  /** Whether an input of that key was there before. */
  public boolean knows(String key) {
    return seen.contains(key);
  }

  /** Whether the effect of that key is still to be done, if it isn't. */
  public boolean wants(String effectKey) {
    return escalations.wants(effectKey);
  }

  /** Event time of the next deadline, as things stand now. */
  public OptionalLong nextDeadlineNanos() {
    return away ? OptionalLong.empty() : alarms.next();
  }

  /** The conversations of {@code chat} that aren't closed, as far as is known; oldest first. */
  public List<Conversation> open(Chat chat) {
    return tickets.open(chat);
  }

  private void learn(String key, Signal signal) {
    switch (signal) {
      case Signal.InConversation about -> desk.learn(key, about);
      case Signal.SlackPosted posted -> {
        if (away && putOff.size() < MOST_PUT_OFF) {
          putOff.add(posted);
        } else {
          posted(posted);
        }
      }
      case Signal.InThread about -> inThread(about);
      case Signal.Posted posted -> {
        escalations.stands(posted).ifPresent(this::threadIsKnown);
        desk.stands(posted);
      }
      case Signal.Undeliverable failed -> {
        escalations.undeliverable(failed);
        desk.undeliverable(failed);
      }
      case Signal.WasAway wasAway -> unfound.fallsBehind(turn.nowNanos());
      case Signal.CaughtUp caughtUp -> {
        if (caughtUp.whole()) {
          unfound.hasCaughtUp();
        }
      }
      case Signal.Tick tick -> {}
    }
  }

  private void posted(Signal.SlackPosted posted) {
    posted(posted.ts(), posted.user(), posted.text());
  }

  private void posted(String ts, String user, String text) {
    escalations.postedByHand(ts, user, text).ifPresent(this::threadIsKnown);
  }

  private void threadIsKnown(Issue issue) {
    Deadlines deadlines = playbook.process().deadlines();
    alarms.set(turn.nowNanos(), deadlines.remind(), new Alarm.Cause.Remind(issue));
    alarms.set(turn.nowNanos(), deadlines.callAgain(), new Alarm.Cause.CallAgain(issue));
    for (Signal signal : early.take(issue.ts().orElseThrow())) {
      learn("", signal);
    }
  }

  private void inThread(Signal.InThread about) {
    Optional<Issue> issue = escalations.inThread(about.threadTs());
    if (issue.isPresent()) {
      inThread(issue.get(), about);
    } else if (about instanceof Signal.SlackEdited edit && edit.ts().equals(edit.threadTs())) {
      // Only now it may be an escalation.
      posted(edit.ts(), edit.user(), edit.text());
    } else if (isStaff(about.user())) {
      early.keep(about.threadTs(), about);
    }
  }

  private boolean isStaff(String user) {
    return playbook.responseTeam().contains(user) || playbook.agents().containsKey(user);
  }

  private void inThread(Issue issue, Signal.InThread about) {
    switch (about) {
      case Signal.SlackReplied reply -> wrote(issue, reply, "");
      case Signal.SlackEdited edit ->
          wrote(
              issue,
              new Signal.SlackReplied(edit.ts(), edit.threadTs(), edit.user(), edit.text()),
              edit.editedTs());
      case Signal.SlackDeleted gone -> {
        if (playbook.responseTeam().contains(gone.user())) {
          answers.deleted(issue, gone.ts());
        }
      }
      case Signal.SlackReacted reaction ->
          issue.seen |=
              reaction.name().equals("eyes") && playbook.responseTeam().contains(reaction.user());
    }
  }

  private void wrote(Issue issue, Signal.SlackReplied reply, String version) {
    if (playbook.responseTeam().contains(reply.user())) {
      issue.seen = true;
      answers.wrote(issue, reply.ts(), version, reply.text());
    } else if (playbook.agents().containsKey(reply.user())) {
      escalations.agentWrote(issue, reply.user(), reply.text());
    }
  }

  private void tooLate(Alarm.Cause cause) {
    switch (cause) {
      case Alarm.Cause.Untaken untaken -> escalations.untaken(untaken.ticket());
      case Alarm.Cause.Remind remind ->
          call(remind.issue(), "remind:", Wording.reminder(playbook.mention()));
      case Alarm.Cause.CallAgain call ->
          call(call.issue(), "call-again:", Wording.secondCall(playbook.mention()));
    }
  }

  private void call(Issue issue, String kind, String text) {
    turn.add(new Effect.PostInThread(kind + issue.id, issue.ts().orElseThrow(), text));
  }
}
