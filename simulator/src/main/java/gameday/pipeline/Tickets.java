package gameday.pipeline;

import gameday.process.Chat;
import gameday.process.EscalationTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All conversations the pipeline has heard of. */
final class Tickets {
  private final Map<Conversation, Ticket> byConversation = new HashMap<>();
  private final Map<String, List<Ticket>> byEmail = new HashMap<>();

  /** The conversation's ticket, made if need be, knowing of its caller what is told now. */
  Ticket of(Conversation conversation, Caller told) {
    Ticket ticket =
        byConversation.computeIfAbsent(
            conversation, unknown -> new Ticket(conversation, byConversation.size()));
    String before = ticket.caller.email();
    ticket.caller = told.or(ticket.caller);
    String email = ticket.caller.email();
    if (!email.equals(before)) {
      byEmail.getOrDefault(before, new ArrayList<>()).remove(ticket);
      byEmail.computeIfAbsent(email, unknown -> new ArrayList<>()).add(ticket);
    }
    return ticket;
  }

  /** The conversations of {@code chat} that aren't closed, oldest first. */
  List<Conversation> open(Chat chat) {
    return byConversation.values().stream()
        .filter(ticket -> ticket.isOpen() && ticket.conversation.chat() == chat)
        .sorted(Comparator.comparingLong(ticket -> ticket.order))
        .map(ticket -> ticket.conversation)
        .toList();
  }

  /**
   * The conversations a message posted by hand is about: of each affected e-mail the latest open
   * one. Where somebody has several open, one that isn't escalated yet goes before one that is, and
   * among those one that {@code agent}, who posted, has taken.
   */
  List<Ticket> affected(EscalationTemplate template, String agent) {
    Comparator<Ticket> best =
        Comparator.comparing((Ticket ticket) -> ticket.issue().isEmpty())
            .thenComparing(ticket -> !agent.isEmpty() && ticket.agent.equals(agent))
            .thenComparing(ticket -> ticket.order);
    return template.emails().stream()
        .distinct()
        .flatMap(
            email ->
                byEmail.getOrDefault(email, List.of()).stream()
                    .filter(Ticket::isOpen)
                    .max(best)
                    .stream())
        .toList();
  }
}
