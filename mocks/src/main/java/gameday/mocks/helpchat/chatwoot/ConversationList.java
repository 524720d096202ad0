package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reading page by page, by which a pipeline finds what a lost webhook didn't tell: 25 conversations
 * or 20 messages a page.
 */
final class ConversationList {
  private static final int PAGE = 25;
  private static final int MESSAGES = 20;
  private static final int MESSAGES_AFTER = 100;

  private final Inbox inbox;
  private final Conversations conversations;

  ConversationList(Inbox inbox, Conversations conversations) {
    this.inbox = inbox;
    this.conversations = conversations;
  }

  /** A conversation as it was when the list was made, so that sorting sees no changes. */
  private record Row(
      Conversation conversation, Status status, Optional<Person.User> assignee, Instant active) {
    static Row of(Conversation it) {
      return it.locked(c -> new Row(c, c.status(), c.assignee(), c.lastActivity()));
    }

    int id() {
      return conversation.id();
    }
  }

  Answer answer(Call call) {
    String wanted = Parameters.text(call, "status").orElse("open");
    Optional<Status> status = Status.of(wanted);
    if (status.isEmpty() && !wanted.equals("all")) {
      return Answers.unprocessable("status must be open, resolved, pending, snoozed or all");
    }
    List<Row> rows =
        conversations.all().stream()
            .map(Row::of)
            .filter(it -> status.isEmpty() || it.status() == status.get())
            .toList();
    List<Row> shown = rows.stream().filter(it -> matches(it, call)).sorted(order(call)).toList();
    long from = (Parameters.number(call, "page").filter(it -> it > 0).orElse(1L) - 1) * PAGE;
    ObjectNode answer = RequestJson.object();
    ObjectNode data = answer.putObject("data");
    data.set("meta", counts(rows));
    data.putArray("payload")
        .addAll(
            shown.stream()
                .skip(from)
                .limit(PAGE)
                .map(it -> it.conversation().locked(c -> c.json(inbox)))
                .toList());
    return Answers.ok(answer);
  }

  /** The latest messages, or those before or after an id; oldest first. */
  Answer messages(Conversation conversation, Call call) {
    Optional<Long> before = Parameters.number(call, "before");
    Optional<Long> after = Parameters.number(call, "after");
    List<Message> matching =
        conversation.messages().stream()
            .filter(it -> before.isEmpty() || it.id() < before.get())
            .filter(it -> after.isEmpty() || it.id() > after.get())
            .toList();
    int size = matching.size();
    List<Message> page =
        after.isPresent()
            ? matching.subList(0, Math.min(size, MESSAGES_AFTER))
            : matching.subList(Math.max(0, size - MESSAGES), size);
    ObjectNode answer = RequestJson.object();
    ObjectNode meta = answer.putObject("meta");
    meta.set("labels", RequestJson.tree(conversation.labels()));
    meta.putObject("additional_attributes");
    meta.set("contact", conversation.visit().contact().json());
    meta.set("assignee", conversation.assignee().map(Person::json).orElse(null));
    answer.putArray("payload").addAll(page.stream().map(it -> it.json(inbox)).toList());
    return Answers.ok(answer);
  }

  private boolean matches(Row row, Call call) {
    return switch (Parameters.text(call, "assignee_type").orElse("all")) {
      case "me" -> row.assignee().filter(inbox.pipeline()::equals).isPresent();
      case "assigned" -> row.assignee().isPresent();
      case "unassigned" -> row.assignee().isEmpty();
      default -> true;
    };
  }

  private static Comparator<Row> order(Call call) {
    Comparator<Row> byId = Comparator.comparingInt(Row::id);
    Comparator<Row> byActivity = Comparator.comparing(Row::active).thenComparing(byId);
    return switch (Parameters.text(call, "sort_by").orElse("last_activity_at_desc")) {
      case "created_at_asc" -> byId;
      case "created_at_desc" -> byId.reversed();
      case "last_activity_at_asc" -> byActivity;
      default -> byActivity.reversed();
    };
  }

  private ObjectNode counts(List<Row> rows) {
    long assigned = rows.stream().filter(it -> it.assignee().isPresent()).count();
    long mine =
        rows.stream()
            .filter(it -> it.assignee().filter(inbox.pipeline()::equals).isPresent())
            .count();
    return RequestJson.object()
        .put("mine_count", mine)
        .put("assigned_count", assigned)
        .put("unassigned_count", rows.size() - assigned)
        .put("all_count", rows.size());
  }
}
