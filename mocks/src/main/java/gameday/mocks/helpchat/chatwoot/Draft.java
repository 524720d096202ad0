package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.chatwoot.Attachments.Upload;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;

/**
 * A message to be.
 *
 * @param content empty if it has only files
 * @param base where this chat is for whoever sends the files
 */
record Draft(
    String content,
    boolean isPrivate,
    ObjectNode attributes,
    Optional<String> echoId,
    List<Upload> files,
    String base) {
  private static final String UNKNOWN_HOST = "127.0.0.1";

  /** A text and nothing else. */
  static Draft text(String content, boolean isPrivate) {
    return new Draft(content, isPrivate, RequestJson.object(), Optional.empty(), List.of(), "");
  }

  /** What a visitor's request says; empty if it says nothing, or an {@code echo_id} is no text. */
  static Optional<Draft> ofVisitor(MessageForm form, Call call) {
    ObjectNode fields = form.fields();
    return RequestJson.isTextOrAbsent(fields, "echo_id")
        ? of(form, call, false, RequestJson.object())
        : Optional.empty();
  }

  /** What the pipeline's request says. */
  sealed interface Read {
    record Good(Draft draft) implements Read {}

    record Wrong(String why) implements Read {}
  }

  static Read ofPipeline(MessageForm form, Call call) {
    ObjectNode fields = form.fields();
    JsonNode isPrivate = fields.path("private");
    JsonNode attributes = fields.path("content_attributes");
    if (!fields.path("message_type").asText("outgoing").equals("outgoing")
        || !fields.path("content_type").asText("text").equals("text")) {
      return new Read.Wrong("message_type must be outgoing and content_type text");
    }
    boolean wellTyped =
        (isPrivate.isMissingNode() || isPrivate.isBoolean())
            && (attributes.isMissingNode() || attributes.isObject())
            && RequestJson.isTextOrAbsent(fields, "echo_id");
    if (!wellTyped) {
      return new Read.Wrong("private, content_attributes or echo_id has a wrong type");
    }
    ObjectNode kept =
        attributes instanceof ObjectNode object ? object.deepCopy() : RequestJson.object();
    return of(form, call, isPrivate.asBoolean(false), kept)
        .<Read>map(Read.Good::new)
        .orElseGet(() -> new Read.Wrong("content must be a text that is not blank"));
  }

  private static Optional<Draft> of(
      MessageForm form, Call call, boolean isPrivate, ObjectNode attributes) {
    Optional<String> content =
        RequestJson.text(form.fields(), "content").filter(it -> !it.isBlank());
    if (content.isEmpty()
        && (form.files().isEmpty() || !RequestJson.isTextOrAbsent(form.fields(), "content"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            content.orElse(""),
            isPrivate,
            attributes,
            RequestJson.text(form.fields(), "echo_id"),
            form.files(),
            base(call)));
  }

  // The product has its address from its settings; ours is wherever it was called.
  private static String base(Call call) {
    String host =
        call.header("host")
            .filter(it -> it.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"))
            .orElse(UNKNOWN_HOST);
    return "http://" + host + Chatwoot.PREFIX;
  }
}
