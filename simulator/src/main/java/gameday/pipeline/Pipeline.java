package gameday.pipeline;

import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 */
public final class Pipeline {
  private static final int MOST_PUT_OFF = 1_000;

  private final Playbook playbook;
  private final Set<String> seen = new HashSet<>();
  private final Tickets tickets = new Tickets();
  private final Map<String, Issue> issuesByThread = new HashMap<>();
  private final Map<String, Issue> issuesByPost = new HashMap<>();
  private final Alarms alarms = new Alarms();
  private final Early early = new Early();
  private List<Effect> effects = new ArrayList<>();
  private long nowNanos;

  /**
   * What was written in the channel while the pipeline was away. It may be about a conversation
   * that the pipeline hasn't found yet.
   */
  private final List<Signal.SlackPosted> putOff = new ArrayList<>();

  private boolean away;

  /** A pipeline that has learnt nothing yet. */
  public Pipeline(Playbook playbook) {
    this.playbook = playbook;
  }

  /** What to do, in order; nothing if the input's key was there before. */
  public List<Effect> on(Input input) {
    if (!seen.add(input.key())) {
      return List.of();
    }
    effects = new ArrayList<>();
    nowNanos = Math.max(nowNanos, input.atNanos());
    Signal signal = input.signal();
    away = signal instanceof Signal.WasAway || away && !(signal instanceof Signal.CaughtUp);
    if (!away) {
      // First, or a deadline would call for what somebody has escalated by hand meanwhile.
      putOff.forEach(this::postedByHand);
      putOff.clear();
      alarms.goOff(nowNanos, this::tooLate);
    }
    learn(input.key(), signal);
    return effects;
  }

  /** Whether an input of that key was there before. */
  public boolean knows(String key) {
    return seen.contains(key);
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
      case Signal.InConversation about -> inConversation(key, about);
      case Signal.SlackPosted posted -> {
        if (away && putOff.size() < MOST_PUT_OFF) {
          putOff.add(posted);
        } else {
          postedByHand(posted);
        }
      }
      case Signal.SlackReplied reply -> replied(reply);
      case Signal.SlackReacted reaction -> reacted(reaction);
      case Signal.Posted posted ->
          Optional.ofNullable(issuesByPost.remove(posted.effect()))
              .ifPresent(issue -> stands(issue, posted.ts()));
      case Signal.Undeliverable failed -> undeliverable(failed);
      case Signal.WasAway wasAway -> {}
      case Signal.CaughtUp caughtUp -> {}
      case Signal.Tick tick -> {}
    }
  }

  private void inConversation(String key, Signal.InConversation about) {
    Ticket ticket = tickets.of(about.conversation(), about.caller());
    switch (about) {
      case Signal.UserWrote wrote -> userWrote(ticket, wrote);
      case Signal.OpenedForAgents opened -> {
        if (ticket.isNews(opened.saidMillis())) {
          opened(ticket, nowNanos);
        }
      }
      case Signal.Taken taken -> takenBy(ticket, taken.agent());
      case Signal.AgentNoted noted -> {
        if (EscalationMessage.isEscalationNote(noted.text())) {
          takenBy(ticket, noted.agent());
          escalateOrFollowUp(key, ticket, Fields.of(noted.text(), ticket, playbook));
        }
      }
      case Signal.Closed closed -> {
        if (ticket.isNews(closed.saidMillis())) {
          closed(ticket);
        }
      }
      case Signal.FoundOpen found -> foundOpen(ticket, found);
      case Signal.FoundClosed found -> {
        if (ticket.heardNanos <= found.asOfNanos()) {
          closed(ticket);
        }
      }
    }
  }

  private void opened(Ticket ticket, long sinceNanos) {
    ticket.heardNanos = nowNanos;
    if (ticket.holder == Ticket.Holder.CHATBOT || ticket.holder == Ticket.Holder.ARCHIVE) {
      ticket.holder = Ticket.Holder.NOBODY;
      ticket.round++;
      alarms.set(
          sinceNanos,
          playbook.process().deadlines().untaken(),
          new Alarm.Cause.Untaken(ticket, ticket.round));
    }
  }

  private void foundOpen(Ticket ticket, Signal.FoundOpen found) {
    if (ticket.heardNanos > found.asOfNanos()) {
      return;
    }
    // Taken at once if it is: its wait is over, however long ago it began.
    boolean inTime = !found.agent().isBlank();
    opened(ticket, inTime ? nowNanos : Math.min(found.sinceNanos(), nowNanos));
    if (inTime) {
      takenBy(ticket, found.agent());
    }
  }

  private void closed(Ticket ticket) {
    ticket.heardNanos = nowNanos;
    ticket.holder = Ticket.Holder.ARCHIVE;
    ticket.forgetIssue();
  }

  private void userWrote(Ticket ticket, Signal.UserWrote wrote) {
    if (ticket.firstText.isBlank()) {
      ticket.firstText = wrote.text();
    }
    // The Help chat says itself when a closed conversation is opened again; a message that
    // overtakes the closing, or is overtaken by it, must not do so.
    boolean reopens =
        ticket.holder == Ticket.Holder.ARCHIVE
            && ticket.conversation.chat() == Chat.MOD
            && ticket.isLater(wrote.saidMillis());
    if (reopens) {
      ticket.firstText = wrote.text();
    }
    if (wrote.forAgents() && (reopens || ticket.holder == Ticket.Holder.CHATBOT)) {
      opened(ticket, nowNanos);
    }
  }

  private void takenBy(Ticket ticket, String agent) {
    if (ticket.isOpen()) {
      ticket.heardNanos = nowNanos;
      ticket.holder = Ticket.Holder.AGENT;
      ticket.agent = agent;
    }
  }

  private void tooLate(Alarm.Cause cause) {
    switch (cause) {
      case Alarm.Cause.Untaken untaken ->
          escalate(untaken.ticket(), Fields.ofUntaken(untaken.ticket(), playbook));
      case Alarm.Cause.Remind remind ->
          inThread(remind.issue(), "remind:", Wording.reminder(playbook.mention()));
      case Alarm.Cause.CallAgain call ->
          inThread(call.issue(), "call-again:", Wording.secondCall(playbook.mention()));
    }
  }

  private void inThread(Issue issue, String kind, String text) {
    effects.add(new Effect.PostInThread(kind + issue.id, issue.ts().orElseThrow(), text));
  }

  private void escalateOrFollowUp(String key, Ticket ticket, EscalationTemplate template) {
    if (ticket.issue().isEmpty()) {
      escalate(ticket, template);
      return;
    }
    Issue issue = ticket.issue().get();
    issue.waiting.add(new Issue.FollowUp("follow-up:" + key, Wording.followUp(template)));
    effects.addAll(issue.takeWaiting());
  }

  private void escalate(Ticket ticket, EscalationTemplate template) {
    ticket.escalations++;
    Issue issue = new Issue(ticket.conversation + "#" + ticket.escalations);
    issue.join(ticket);
    String key = "post:" + issue.id;
    issuesByPost.put(key, issue);
    effects.add(
        new Effect.PostToSlack(key, issue.id, Wording.escalation(playbook.mention(), template)));
  }

  private void stands(Issue issue, String ts) {
    issue.standsAt(ts);
    issuesByThread.put(ts, issue);
    alarms.set(nowNanos, playbook.process().deadlines().remind(), new Alarm.Cause.Remind(issue));
    alarms.set(
        nowNanos, playbook.process().deadlines().callAgain(), new Alarm.Cause.CallAgain(issue));
    effects.addAll(issue.takeWaiting());
    for (Signal signal : early.take(ts)) {
      learn("", signal);
    }
  }

  private void postedByHand(Signal.SlackPosted posted) {
    EscalationMessage.readSlack(posted.text())
        .ifPresent(
            template -> {
              String author = playbook.agents().getOrDefault(posted.user(), "");
              List<Ticket> affected = tickets.affected(template, author);
              boolean calls = EscalationMessage.hasRealMention(posted.text());
              if (affected.isEmpty() && !(calls && !template.issue().isBlank())) {
                return;
              }
              Issue issue = new Issue("slack/" + posted.ts());
              affected.forEach(issue::join);
              stands(issue, posted.ts());
            });
  }

  private void replied(Signal.SlackReplied reply) {
    Issue issue = issuesByThread.get(reply.threadTs());
    if (issue == null) {
      early.keep(reply.threadTs(), reply);
      return;
    }
    if (!playbook.responseTeam().contains(reply.user())) {
      return;
    }
    issue.seen = true;
    if (reply.text().isBlank() || Wording.mentionsAnybody(reply.text())) {
      return;
    }
    String answer = Wording.plain(reply.text());
    for (Conversation conversation : issue.conversations) {
      String key = "answer:" + reply.ts() + ":" + conversation;
      effects.add(
          switch (playbook.process().route()) {
            case THROUGH_AGENT ->
                new Effect.NoteToAgent(
                    key, conversation, Wording.answerNote(reply.threadTs(), answer));
            case STRAIGHT -> new Effect.ReplyToUser(key, conversation, answer);
          });
    }
  }

  private void reacted(Signal.SlackReacted reaction) {
    if (!reaction.name().equals("eyes") || !playbook.responseTeam().contains(reaction.user())) {
      return;
    }
    Issue issue = issuesByThread.get(reaction.ts());
    if (issue == null) {
      early.keep(reaction.ts(), reaction);
    } else {
      issue.seen = true;
    }
  }

  private void undeliverable(Signal.Undeliverable failed) {
    Issue issue = issuesByPost.remove(failed.effect());
    if (issue == null) {
      return;
    }
    for (Conversation conversation : issue.conversations) {
      Ticket ticket = tickets.of(conversation, Caller.UNKNOWN);
      if (ticket.issue().filter(issue::equals).isPresent()) {
        ticket.forgetIssue();
      }
      if (conversation.chat() == Chat.MOD || playbook.process().way() == EscalationWay.NOTE) {
        effects.add(
            new Effect.NoteToAgent(
                "not-posted:" + issue.id + ":" + conversation,
                conversation,
                Wording.notPosted(failed.reason())));
      }
    }
  }
}
