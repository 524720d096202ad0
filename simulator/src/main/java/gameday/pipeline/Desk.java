package gameday.pipeline;

import gameday.process.Chat;
import gameday.process.EscalationMessage;
import java.util.List;

/** Follows the conversations: who has each, since when it waits, and when it is over. */
final class Desk {
  private final Playbook playbook;
  private final Turn turn;
  private final Alarms alarms;
  private final Escalations escalations;
  private final LetIns letIns;

  private final Tickets tickets;

  Desk(Playbook playbook, Turn turn, Tickets tickets, Alarms alarms, Escalations escalations) {
    this.playbook = playbook;
    this.turn = turn;
    this.tickets = tickets;
    this.alarms = alarms;
    this.escalations = escalations;
    this.letIns = new LetIns(turn);
  }

  void learn(String key, Signal.InConversation about) {
    Ticket ticket = tickets.of(about.conversation(), about.caller());
    switch (about) {
      case Signal.UserWrote wrote -> userWrote(key, ticket, wrote);
      case Signal.OpenedForAgents opened -> {
        if (ticket.isNews(opened.saidMillis())) {
          opened(ticket, turn.nowNanos());
        }
      }
      case Signal.Taken taken -> takenBy(ticket, taken.agent());
      case Signal.AgentNoted noted -> agentNoted(key, ticket, noted);
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
    escalations.heardOf(ticket);
  }

  private void agentNoted(String key, Ticket ticket, Signal.AgentNoted noted) {
    if (EscalationMessage.isEscalationNote(noted.text())) {
      takenBy(ticket, noted.agent());
      escalations.noted(key, ticket, noted);
    } else if (ticket.conversation.chat() == Chat.MOD) {
      letIns.noted(key, noted);
    }
  }

  private void opened(Ticket ticket, long sinceNanos) {
    ticket.heardNanos = turn.nowNanos();
    if (ticket.holder == Ticket.Holder.CHATBOT || ticket.holder == Ticket.Holder.ARCHIVE) {
      tickets.await(ticket);
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
    opened(ticket, inTime ? turn.nowNanos() : Math.min(found.sinceNanos(), turn.nowNanos()));
    if (inTime) {
      takenBy(ticket, found.agent());
    }
  }

  private void closed(Ticket ticket) {
    ticket.heardNanos = turn.nowNanos();
    tickets.close(ticket);
  }

  private void userWrote(String key, Ticket ticket, Signal.UserWrote wrote) {
    if (ticket.firstText.isBlank()) {
      ticket.firstText = Wording.kept(wrote.text());
    }
    keep(key, ticket, wrote.files());
    // The Help chat says itself when a closed conversation is opened again; a message that
    // overtakes the closing, or is overtaken by it, must not do so.
    boolean reopens =
        ticket.holder == Ticket.Holder.ARCHIVE
            && ticket.conversation.chat() == Chat.MOD
            && ticket.isLater(wrote.saidMillis());
    if (reopens) {
      ticket.firstText = Wording.kept(wrote.text());
    }
    if (wrote.forAgents() && (reopens || ticket.holder == Ticket.Holder.CHATBOT)) {
      opened(ticket, turn.nowNanos());
    }
  }

  private void keep(String key, Ticket ticket, List<Attachment> files) {
    for (int i = 0; i < files.size(); i++) {
      Ticket.Sent sent = new Ticket.Sent(key + ":" + i, files.get(i));
      ticket.sent(sent);
      escalations.sent(ticket, sent);
    }
  }

  private void takenBy(Ticket ticket, String agent) {
    if (ticket.isOpen()) {
      ticket.heardNanos = turn.nowNanos();
      ticket.holder = Ticket.Holder.AGENT;
      ticket.agent = agent;
    }
  }

  /** An effect stands. */
  void stands(Signal.Posted posted) {
    letIns.done(posted.effect());
  }

  /** An effect failed for good. */
  void undeliverable(Signal.Undeliverable failed) {
    letIns.refused(failed);
  }
}
