package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done. Each answers true, or {@code null} and an error and has done nothing. */
final class Mutations {
  private static final int MAX_FIELD = 255;
  private static final int MAX_ATTRIBUTES = 10_000;

  private final Fetching fetching;
  private final Threads threads;
  private final Hosts hosts;

  Mutations(Fetching fetching, Threads threads, Hosts hosts) {
    this.fetching = fetching;
    this.threads = threads;
    this.hosts = hosts;
  }

  Map<String, DataFetcher<?>> all() {
    return Map.of(
        "sendToUser", fetching.ofThread(this::sendToUser),
        "sendToBot", fetching.ofBot(this::sendToBot),
        "startHandoff", handoff(true),
        "endHandoff", handoff(false),
        "updateUser", fetching.ofThread(Mutations::updateUser),
        "reportHost", fetching.ofBot(this::reportHost));
  }

  private Object sendToUser(ChatThread thread, DataFetchingEnvironment call) {
    Optional<List<ObjectNode>> messages = Messages.toUser(json(call, "messages"));
    if (messages.isEmpty()) {
      return noMessages(call);
    }
    return threads.pipelineWrites(thread, messages.get()) ? true : tooMany(call);
  }

  private Object sendToBot(DataFetchingEnvironment call) {
    Optional<List<ObjectNode>> messages = Messages.fromUser(json(call, "messages"));
    String userId = call.getArgument("userId");
    if (messages.isEmpty()) {
      return noMessages(call);
    }
    if (userId.isBlank() || userId.length() > MAX_FIELD) {
      return Fetching.refused(call, "userId must have 1 to " + MAX_FIELD + " characters");
    }
    return threads.visitorWrites(new Visitor(userId, "", ""), messages.get()).isPresent()
        ? true
        : tooMany(call);
  }

  private DataFetcher<Object> handoff(boolean on) {
    return fetching.ofThread((thread, call) -> threads.handoff(thread, on, Author.api()));
  }

  private static Object updateUser(ChatThread thread, DataFetchingEnvironment call) {
    if (!(json(call, "attributes") instanceof ObjectNode given)) {
      return Fetching.refused(call, "attributes must be an object");
    }
    boolean fits =
        Stream.of("name", "email")
            .allMatch(
                it ->
                    RequestJson.isTextOrAbsent(given, it)
                        && RequestJson.text(given, it).orElse("").length() <= MAX_FIELD);
    ObjectNode all = thread.attributes().deepCopy().setAll(given);
    if (!fits || all.toString().length() > MAX_ATTRIBUTES) {
      return Fetching.refused(call, "attributes are too large, or name or email is no text");
    }
    Visitor before = thread.visitor();
    Visitor who =
        new Visitor(
            before.key(),
            RequestJson.text(given, "name").orElse(before.name()),
            RequestJson.text(given, "email").orElse(before.email()),
            before.page());
    thread.attributes(who, all);
    return true;
  }

  private Object reportHost(DataFetchingEnvironment call) {
    return hosts.add(call.getArgument("host"))
        ? true
        : Fetching.refused(call, "host is no name, or one too many");
  }

  private static JsonNode json(DataFetchingEnvironment call, String argument) {
    return RequestJson.tree(call.getArgument(argument));
  }

  private static Object noMessages(DataFetchingEnvironment call) {
    return Fetching.refused(call, "messages is not a list of messages");
  }

  private static Object tooMany(DataFetchingEnvironment call) {
    return Fetching.refused(call, "Too many messages");
  }
}
