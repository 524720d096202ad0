package gameday.pipeline;

import gameday.process.Chat;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All conversations the pipeline has heard of. */
final class Tickets {
  /** Nobody has more open conversations; of who does, the latest are looked at. */
  private static final int OF_ONE_ADDRESS = 100;

  private final Map<Conversation, Ticket> byConversation = new HashMap<>();

  /** Those that aren't closed, by their order. */
  private final Map<Chat, TreeMap<Long, Ticket>> open = new EnumMap<>(Chat.class);

  private final Map<String, TreeMap<Long, Ticket>> openByEmail = new HashMap<>();

  /** The conversation's ticket, made if need be, knowing of its caller what is told now. */
  Ticket of(Conversation conversation, Caller told) {
    Ticket ticket = byConversation.get(conversation);
    if (ticket == null) {
      ticket = new Ticket(conversation, byConversation.size());
      byConversation.put(conversation, ticket);
      list(ticket);
    }
    Caller caller = told.or(ticket.caller);
    if (!caller.email().equals(ticket.caller.email()) && ticket.isOpen()) {
      strike(ticket);
      ticket.caller = caller;
      list(ticket);
    }
    ticket.caller = caller;
    return ticket;
  }

  /** The conversation's ticket, if it was heard of. */
  Optional<Ticket> find(Conversation conversation) {
    return Optional.ofNullable(byConversation.get(conversation));
  }

  /** Closed from now on. */
  void close(Ticket ticket) {
    strike(ticket);
    ticket.holder = Ticket.Holder.ARCHIVE;
    ticket.forgetIssue();
  }

  /** Waits for the Client team from now on, even if it was closed. */
  void await(Ticket ticket) {
    ticket.holder = Ticket.Holder.NOBODY;
    ticket.round++;
    list(ticket);
  }

  private void list(Ticket ticket) {
    open.computeIfAbsent(ticket.conversation.chat(), chat -> new TreeMap<>())
        .put(ticket.order, ticket);
    // Those of whom no address is known can't be found by it, and may be all there are.
    if (!ticket.caller.email().isBlank()) {
      openByEmail
          .computeIfAbsent(ticket.caller.email(), email -> new TreeMap<>())
          .put(ticket.order, ticket);
    }
  }

  private void strike(Ticket ticket) {
    open.computeIfPresent(ticket.conversation.chat(), (chat, listed) -> without(ticket, listed));
    openByEmail.computeIfPresent(ticket.caller.email(), (email, listed) -> without(ticket, listed));
  }

  private static TreeMap<Long, Ticket> without(Ticket ticket, TreeMap<Long, Ticket> listed) {
    listed.remove(ticket.order);
    return listed.isEmpty() ? null : listed;
  }

  /** The conversations of {@code chat} that aren't closed, oldest first. */
  List<Conversation> open(Chat chat) {
    return open.getOrDefault(chat, new TreeMap<>()).values().stream()
        .map(ticket -> ticket.conversation)
        .toList();
  }

  /**
   * The conversations a message of an agent is about: of each affected e-mail the latest open one
   * that {@code fits}. Where somebody has several open, one that isn't escalated yet goes before
   * one that is, and among those one that {@code agent}, who wrote it, has taken.
   */
  List<Ticket> affected(Collection<String> emails, String agent, Predicate<Ticket> fits) {
    Comparator<Ticket> best =
        Comparator.comparing((Ticket ticket) -> ticket.issue().isEmpty())
            .thenComparing(ticket -> !agent.isEmpty() && ticket.agent.equals(agent))
            .thenComparing(ticket -> ticket.order);
    return emails.stream()
        .distinct()
        .flatMap(
            email ->
                openByEmail.getOrDefault(email, new TreeMap<>()).descendingMap().values().stream()
                    .limit(OF_ONE_ADDRESS)
                    .filter(fits)
                    .max(best)
                    .stream())
        .toList();
  }
}
