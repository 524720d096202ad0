package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/** Somebody who writes. The three kinds have ids of their own: user 1 is not contact 1. */
sealed interface Person {
  int id();

  /** As sender or assignee in the API. */
  ObjectNode json();

  /** As sender in events. */
  default ObjectNode eventJson() {
    return json();
  }

  /** An agent, or the user whose token the pipeline has. */
  record User(int id, String name, String email) implements Person {
    @Override
    public ObjectNode json() {
      return RequestJson.object()
          .put("id", id)
          .put("name", name)
          .put("type", "user")
          .put("available_name", name)
          .put("email", email)
          .put("availability_status", "online")
          .put("thumbnail", "");
    }
  }

  /** The chatbot. */
  record AgentBot(int id, String name) implements Person {
    @Override
    public ObjectNode json() {
      return eventJson().put("avatar_url", "");
    }

    @Override
    public ObjectNode eventJson() {
      return RequestJson.object().put("id", id).put("name", name).put("type", "agent_bot");
    }
  }

  /** A visitor. What is known of them may change; who holds the contact sees it. */
  final class Contact implements Person {
    private final int id;
    private final long createdAt;
    private volatile ContactDetails details;

    Contact(int id, long createdAt, ContactDetails details) {
      this.id = id;
      this.createdAt = createdAt;
      this.details = details;
    }

    @Override
    public int id() {
      return id;
    }

    /** Seconds since 1970. */
    long createdAt() {
      return createdAt;
    }

    ContactDetails details() {
      return details;
    }

    void details(ContactDetails next) {
      details = next;
    }

    String name() {
      return details.name();
    }

    String email() {
      return details.email();
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = RequestJson.object().put("id", id).put("type", "contact");
      json.put("blocked", false).put("thumbnail", "");
      return details.into(json);
    }
  }
}
