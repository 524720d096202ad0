package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A conversation's {@code statistics}, by Intercom's definitions; office hours are all day. */
record Statistics(Instant begin, List<Part> parts) {
  static ObjectNode json(Conversation conversation) {
    return new Statistics(conversation.source().at(), conversation.parts()).json();
  }

  private ObjectNode json() {
    Optional<Instant> firstReply = first(Part::isAdminReply);
    ObjectNode json = RequestJson.object().put("type", "conversation_statistics");
    seconds(json, "time_to_assignment", assignmentBefore(firstReply));
    seconds(json, "time_to_admin_reply", firstReply);
    seconds(json, "time_to_first_close", first(Statistics::closes));
    seconds(json, "time_to_last_close", last(Statistics::closes).map(Part::at));
    json.put("median_time_to_reply", medianReplySeconds().orElse(null));
    json.put("first_contact_reply_at", begin.getEpochSecond());
    moment(json, "first_assignment_at", first(Part::isAssignment));
    moment(json, "first_admin_reply_at", firstReply);
    moment(json, "first_close_at", first(Statistics::closes));
    Optional<Instant> lastAssignment = last(Part::isAssignment).map(Part::at);
    moment(json, "last_assignment_at", lastAssignment);
    moment(json, "last_assignment_admin_reply_at", lastAssignment.flatMap(this::replySince));
    moment(
        json,
        "last_contact_reply_at",
        last(Part::isByContact).map(Part::at).or(() -> Optional.of(begin)));
    moment(json, "last_admin_reply_at", last(Part::isAdminReply).map(Part::at));
    moment(json, "last_close_at", last(Statistics::closes).map(Part::at));
    json.put(
        "last_closed_by_id", last(Statistics::closes).map(it -> it.author().id()).orElse(null));
    json.put("count_reopens", count(Part::reopens));
    json.put("count_assignments", count(Part::isAssignment));
    return json.put("count_conversation_parts", parts.size());
  }

  private static boolean closes(Part part) {
    return part.type().equals("close");
  }

  private Optional<Instant> first(Predicate<Part> wanted) {
    return parts.stream().filter(wanted).findFirst().map(Part::at);
  }

  private Optional<Part> last(Predicate<Part> wanted) {
    return parts.reversed().stream().filter(wanted).findFirst();
  }

  private long count(Predicate<Part> wanted) {
    return parts.stream().filter(wanted).count();
  }

  private Optional<Instant> assignmentBefore(Optional<Instant> reply) {
    return last(it -> it.isAssignment() && (reply.isEmpty() || !it.at().isAfter(reply.get())))
        .map(Part::at);
  }

  private Optional<Instant> replySince(Instant assignment) {
    return first(it -> it.isAdminReply() && !it.at().isBefore(assignment));
  }

  private Optional<Long> medianReplySeconds() {
    List<Long> waits = new ArrayList<>();
    Optional<Instant> asked = Optional.of(begin);
    for (Part part : parts) {
      if (part.isByContact()) {
        asked = asked.or(() -> Optional.of(part.at()));
      } else if (part.isAdminReply() && asked.isPresent()) {
        waits.add(Duration.between(asked.get(), part.at()).toSeconds());
        asked = Optional.empty();
      }
    }
    return waits.stream().sorted().skip((waits.size() - 1) / 2).findFirst();
  }

  private void seconds(ObjectNode json, String name, Optional<Instant> at) {
    json.put(name, at.map(it -> Duration.between(begin, it).toSeconds()).orElse(null));
  }

  private static void moment(ObjectNode json, String name, Optional<Instant> at) {
    json.put(name, at.map(Instant::getEpochSecond).orElse(null));
  }
}
