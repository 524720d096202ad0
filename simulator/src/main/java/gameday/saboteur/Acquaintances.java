package gameday.saboteur;

import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a saboteur remembers of what it has heard. */
final class Acquaintances {
  private final Map<Conversation, Caller> callers = new LinkedHashMap<>();
  private final Set<Conversation> taken = new LinkedHashSet<>();
  private final Set<Conversation> noted = new LinkedHashSet<>();
  private final Set<String> posted = new LinkedHashSet<>();
  private Optional<Signal.AgentNoted> modNote = Optional.empty();

  void hear(Input input) {
    if (!(input.signal() instanceof Signal.InConversation about)) {
      return;
    }
    Caller known = callers.getOrDefault(about.conversation(), Caller.UNKNOWN);
    callers.put(about.conversation(), known.email().isBlank() ? about.caller() : known);
    if (about instanceof Signal.Taken) {
      taken.add(about.conversation());
    }
    if (about instanceof Signal.AgentNoted note
        && EscalationMessage.isEscalationNote(note.text())) {
      noted.add(note.conversation());
      if (!note.session().isBlank()) {
        modNote = Optional.of(note);
      }
    }
  }

  /** Remembers what became of conversations by the pipeline's own doing. */
  void done(Effect effect) {
    if (effect instanceof Effect.PostToSlack post) {
      posted.add(post.issue().substring(0, Math.max(0, post.issue().lastIndexOf('#'))));
    } else if (Matter.ANSWER.isOf(effect) && effect instanceof Effect.ToChat answer) {
      posted.add(answer.conversation().toString());
    }
  }

  /** Whether it stood in Slack, as far as is known, or was to. */
  boolean isKnownInSlack(Conversation conversation) {
    return noted.contains(conversation) || posted.contains(conversation.toString());
  }

  /** Whether an agent has asked for its escalation. */
  boolean isNoted(Conversation conversation) {
    return noted.contains(conversation);
  }

  /** Whether {@code issue}, by its id, was asked for by an agent. */
  boolean isNoted(String issue) {
    return noted.stream().anyMatch(known -> issue.startsWith(known + "#"));
  }

  /** Whether an agent has had it. */
  boolean isTaken(Conversation conversation) {
    return taken.contains(conversation);
  }

  Caller caller(Conversation conversation) {
    return callers.getOrDefault(conversation, Caller.UNKNOWN);
  }

  /** An agent's latest escalation in a Mod chat. */
  Optional<Signal.AgentNoted> modNote() {
    return modNote;
  }

  /** The other conversations of a chat, in the order they were first heard of. */
  List<Conversation> others(Chat chat, Conversation than) {
    return callers.keySet().stream()
        .filter(known -> known.chat() == chat && !known.equals(than))
        .toList();
  }
}
