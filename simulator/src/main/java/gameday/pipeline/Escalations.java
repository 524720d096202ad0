package gameday.pipeline;

import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts questions into the event's channel: one thread for an issue, however many it hits. */
final class Escalations {
  private final Playbook playbook;
  private final Turn turn;
  private final Tickets tickets;
  private final Answers answers;
  private final Groups groups;
  private final Unfound unfound;
  private final Map<String, Issue> byThread = new HashMap<>();

  /** Issues and the effect they wait for: their post, or the latest naming of joiners. */
  private final Map<String, Issue> byEffect = new HashMap<>();

  Escalations(Playbook playbook, Turn turn, Tickets tickets, Answers answers, Unfound unfound) {
    this.playbook = playbook;
    this.turn = turn;
    this.tickets = tickets;
    this.answers = answers;
    this.groups = new Groups(playbook.process().groupWithin(), playbook.sessionPages());
    this.unfound = unfound;
  }

  /** The issue whose thread it is. */
  Optional<Issue> inThread(String threadTs) {
    return Optional.ofNullable(byThread.get(threadTs));
  }

  /**
   * An agent wrote a note to escalate.
   *
   * @param key the note's own
   */
  void noted(String key, Ticket ticket, Signal.AgentNoted noted) {
    String note = noted.text();
    Optional<Reference> reference = Reference.in(note);
    Optional<Issue> named = reference.flatMap(this::named).filter(issue -> isFor(ticket, issue));
    if (named.isEmpty()) {
      EscalationTemplate template = Fields.of(note, ticket, playbook);
      ticket
          .pastIssue(noted.saidMillis())
          .ifPresentOrElse(
              past -> followUp(key, past, template),
              () -> escalateOrFollowUp(key, ticket, template));
      return;
    }
    String rest = reference.map(Reference::rest).orElse("");
    EscalationTemplate template =
        Fields.of(EscalationMessage.NOTE_COMMAND + "\n" + rest, ticket, playbook);
    if (!named.get().has(ticket)) {
      join(named.get(), ticket, template);
    } else if (ticket.issue().isEmpty()) {
      named.get().join(ticket);
    }
    if (!rest.isBlank()) {
      followUp(key, named.get(), template);
    }
  }

  private Optional<Issue> named(Reference reference) {
    return reference
        .thread()
        .flatMap(this::inThread)
        .or(
            () ->
                tickets
                    .find(new Conversation(Chat.HELP, reference.conversation()))
                    .flatMap(Ticket::issue))
        .filter(Issue::isOpen);
  }

  /** A Mod chat's matters are nobody else's, not even by an agent's word. */
  private static boolean isFor(Ticket ticket, Issue issue) {
    return issue.chat().filter(chat -> chat != ticket.conversation.chat()).isEmpty();
  }

  private void escalateOrFollowUp(String key, Ticket ticket, EscalationTemplate template) {
    Optional<Issue> known = ticket.issue().or(() -> stillUnanswered(ticket, template));
    if (known.isEmpty()) {
      escalate(ticket, template);
      return;
    }
    if (ticket.issue().isEmpty()) {
      known.get().join(ticket);
    }
    followUp(key, known.get(), template);
  }

  /** Nobody took it in time. */
  void untaken(Ticket ticket) {
    EscalationTemplate template = Fields.ofUntaken(ticket, playbook);
    stillUnanswered(ticket, template)
        .ifPresentOrElse(issue -> issue.join(ticket), () -> escalate(ticket, template));
  }

  /**
   * The issue of a conversation that was closed and opened again, if the same is wanted once more
   * before anybody answered.
   */
  private Optional<Issue> stillUnanswered(Ticket ticket, EscalationTemplate template) {
    return ticket
        .formerIssue()
        .filter(issue -> groups.isFresh(issue, turn.nowNanos()))
        .filter(issue -> issue.answer().isEmpty())
        .filter(issue -> issue.topic.equals(topic(template)));
  }

  private void followUp(String key, Issue issue, EscalationTemplate template) {
    String text = Wording.followUp(template);
    issue.follow(ts -> new Effect.PostInThread("follow-up:" + key, ts, text));
    goOn(issue);
  }

  private void escalate(Ticket ticket, EscalationTemplate template) {
    Optional<Groups.Key> key =
        groups.key(ticket.conversation.chat(), ticket.caller.topic(), template);
    // Who asks the same again after an answer isn't helped by that answer.
    Optional<Issue> same =
        key.flatMap(shared -> groups.at(shared, turn.nowNanos()))
            .filter(issue -> !issue.has(ticket));
    if (same.isPresent()) {
      join(same.get(), ticket, template);
      return;
    }
    ticket.escalations++;
    String id = ticket.conversation + "#" + ticket.escalations;
    Issue issue = new Issue(id, turn.nowNanos(), topic(template));
    issue.join(ticket);
    key.ifPresent(shared -> groups.opened(shared, issue));
    String effect = "post:" + id;
    byEffect.put(effect, issue);
    turn.add(new Effect.PostToSlack(effect, id, Wording.escalation(playbook.mention(), template)));
    showFiles(issue, ticket);
  }

  private static String topic(EscalationTemplate template) {
    return Topic.of(Wording.kept(template.issue()));
  }

  private void join(Issue issue, Ticket ticket, EscalationTemplate template) {
    issue.join(ticket);
    String screenshot = ticket.files().isEmpty() ? template.screenshot().orElse("") : "";
    issue.joiners.add(new Issue.Joiner(Wording.bounded(template.emails()), screenshot));
    answers.joined(issue, ticket);
    showFiles(issue, ticket);
    goOn(issue);
  }

  private void showFiles(Issue issue, Ticket ticket) {
    ticket.files().forEach(issue::show);
  }

  /** The asker sent a file while the question is escalated. */
  void sent(Ticket ticket, Ticket.Sent sent) {
    ticket
        .issue()
        .ifPresent(
            issue -> {
              issue.show(sent);
              goOn(issue);
            });
  }

  /** What waited for the thread goes into it, if it is known; joiners one message at a time. */
  private void goOn(Issue issue) {
    issue.takeWaiting().forEach(turn::add);
    if (issue.ts().isPresent() && !issue.adding && !issue.joiners.isEmpty()) {
      String key = "also-affected:" + issue.id + ":" + ++issue.added;
      String text = Wording.alsoAffected(issue.joiners);
      issue.adding = true;
      byEffect.put(key, issue);
      turn.add(new Effect.AddToThread(key, issue.ts().get(), text));
    }
  }

  /** An effect stands; the issue whose thread is known because of it. */
  Optional<Issue> stands(Signal.Posted posted) {
    Issue issue = byEffect.remove(posted.effect());
    if (issue == null) {
      return Optional.empty();
    }
    boolean opens = issue.ts().isEmpty();
    if (opens) {
      issue.standsAt(posted.ts());
      byThread.put(posted.ts(), issue);
    }
    issue.adding = false;
    goOn(issue);
    return opens ? Optional.of(issue) : Optional.empty();
  }

  /** An agent posted by hand; the issue if it is one. */
  Optional<Issue> postedByHand(String ts, String user, String text) {
    Optional<EscalationTemplate> read = EscalationMessage.readSlack(text);
    if (read.isEmpty() || byThread.containsKey(ts)) {
      return Optional.empty();
    }
    EscalationTemplate template = read.get();
    // From the Mod chat, agents escalate by notes whatever the event's way is.
    List<Ticket> affected =
        tickets.affected(
            template.emails(),
            playbook.agents().getOrDefault(user, ""),
            ticket -> ticket.conversation.chat() == Chat.HELP);
    boolean calls = EscalationMessage.hasRealMention(text) && !template.issue().isBlank();
    if (affected.isEmpty() && !calls) {
      return Optional.empty();
    }
    Issue issue = new Issue("slack/" + ts, turn.nowNanos(), topic(template));
    issue.standsAt(ts);
    affected.forEach(issue::join);
    affected.stream()
        .findFirst()
        .flatMap(ticket -> groups.key(ticket.conversation.chat(), ticket.caller.topic(), template))
        .ifPresent(key -> groups.opened(key, issue));
    byThread.put(ts, issue);
    affected.forEach(ticket -> showFiles(issue, ticket));
    unfound.keep(issue, template.emails(), affected, turn.nowNanos());
    goOn(issue);
    return Optional.of(issue);
  }

  /** Something was heard of a conversation: somebody may have been named before that. */
  void heardOf(Ticket ticket) {
    boolean fits = ticket.conversation.chat() == Chat.HELP && ticket.isOpen();
    if (fits && ticket.issue().isEmpty() && !ticket.caller.email().isBlank()) {
      unfound
          .take(ticket.caller.email(), turn.nowNanos())
          .filter(issue -> isFor(ticket, issue))
          .ifPresent(issue -> add(issue, ticket));
    }
  }

  private void add(Issue issue, Ticket ticket) {
    issue.join(ticket);
    answers.joined(issue, ticket);
    showFiles(issue, ticket);
    goOn(issue);
  }

  /** An agent wrote in an issue's thread: whoever they name there is affected, too. */
  void agentWrote(Issue issue, String user, String text) {
    List<String> emails = EscalationMessage.emails(Wording.plain(text));
    List<Ticket> affected =
        tickets.affected(
            emails, playbook.agents().getOrDefault(user, ""), ticket -> isFor(ticket, issue));
    affected.stream().filter(ticket -> !issue.has(ticket)).forEach(ticket -> add(issue, ticket));
    unfound.keep(issue, emails, affected, turn.nowNanos());
  }

  /** Whether an effect that doesn't stand yet is still to be done. */
  boolean wants(String effectKey) {
    Issue issue = byEffect.get(effectKey);
    return issue == null || !issue.isWithdrawn();
  }

  /** An effect failed for good. */
  void undeliverable(Signal.Undeliverable failed) {
    Issue issue = byEffect.remove(failed.effect());
    if (issue == null) {
      return;
    }
    if (issue.ts().isPresent()) {
      issue.adding = false;
      goOn(issue);
      return;
    }
    issue.refuse();
    if (issue.isWithdrawn()) {
      return;
    }
    for (Ticket ticket : issue.tickets()) {
      if (ticket.issue().filter(issue::equals).isPresent()) {
        ticket.forgetIssue();
      }
      Conversation conversation = ticket.conversation;
      if (conversation.chat() == Chat.MOD || playbook.process().way() == EscalationWay.NOTE) {
        turn.add(
            new Effect.NoteToAgent(
                "not-posted:" + issue.id + ":" + conversation,
                conversation,
                Wording.notPosted(failed.reason())));
      }
    }
  }
}
