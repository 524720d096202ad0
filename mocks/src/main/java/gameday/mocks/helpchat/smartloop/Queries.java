package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What can be asked. Lists come in pages of 100 at most. */
final class Queries {
  private static final int PAGE = 25;
  private static final int MAX_PAGE = 100;

  private final Fetching fetching;
  private final Threads threads;
  private final Hosts hosts;

  Queries(Fetching fetching, Threads threads, Hosts hosts) {
    this.fetching = fetching;
    this.threads = threads;
    this.hosts = hosts;
  }

  Map<String, DataFetcher<?>> all() {
    return Map.of(
        "openThreads", fetching.ofBot(call -> list(call, ChatThread::isOpen)),
        "closedThreads", fetching.ofBot(call -> list(call, it -> !it.isOpen())),
        "allThreads", fetching.ofBot(call -> list(call, it -> true)),
        "thread", fetching.ofThread((thread, call) -> thread.view()),
        "recentMessages", fetching.ofThread(Queries::recent),
        "previousMessages", fetching.ofThread((thread, call) -> around(thread, call, true)),
        "nextMessages", fetching.ofThread((thread, call) -> around(thread, call, false)),
        "isInHandoff", fetching.ofThread((thread, call) -> thread.inHandoff()),
        "botCapability", fetching.ofBot(call -> capability()));
  }

  private Object list(DataFetchingEnvironment call, Predicate<ChatThread> wanted) {
    int offset = number(call, "offset", 0);
    int limit = number(call, "limit", PAGE);
    if (offset < 0 || limit < 0) {
      return negative(call);
    }
    return threads.all().stream()
        .filter(thread -> thread.locked(wanted::test))
        .skip(offset)
        .limit(Math.min(limit, MAX_PAGE))
        .map(thread -> thread.locked(ChatThread::view))
        .toList();
  }

  private static Object recent(ChatThread thread, DataFetchingEnvironment call) {
    return before(thread.messages(), thread.messages().size(), call);
  }

  private static Object around(ChatThread thread, DataFetchingEnvironment call, boolean before) {
    List<Sent> messages = thread.messages();
    String id = call.getArgument("messageId");
    int at =
        IntStream.range(0, messages.size())
            .filter(i -> messages.get(i).id().equals(id))
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      return Fetching.refused(call, "Message not found");
    }
    return before ? before(messages, at, call) : after(messages, at + 1, call);
  }

  private static Object before(List<Sent> messages, int end, DataFetchingEnvironment call) {
    int limit = Math.min(number(call, "limit", PAGE), MAX_PAGE);
    return limit < 0
        ? negative(call)
        : Budget.spend(call, messages.subList(end - Math.min(limit, end), end));
  }

  private static Object after(List<Sent> messages, int start, DataFetchingEnvironment call) {
    int limit = Math.min(number(call, "limit", PAGE), MAX_PAGE);
    return limit < 0
        ? negative(call)
        : Budget.spend(
            call, messages.subList(start, start + Math.min(limit, messages.size() - start)));
  }

  private ObjectNode capability() {
    ObjectNode json = RequestJson.object().put("botId", fetching.botId());
    json.putArray("platforms").add("web");
    json.set("messageTypes", RequestJson.tree(Messages.TYPES));
    json.put("quickReplies", true).put("liveChat", true);
    json.set("exitKeywords", RequestJson.tree(threads.exitKeywords()));
    json.put("missedMessages", threads.missed());
    json.set("hosts", RequestJson.tree(hosts.all()));
    return json;
  }

  private static int number(DataFetchingEnvironment call, String name, int otherwise) {
    Integer given = call.getArgument(name);
    return given == null ? otherwise : given;
  }

  private static Object negative(DataFetchingEnvironment call) {
    return Fetching.refused(call, "limit and offset must not be negative");
  }
}
