package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A visitor becomes a contact, opens a conversation and writes; its key is the source id. */
record WidgetVisitors(String prefix, String inbox) implements VisitorApi {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @Override
  public List<Step> opening(Visitor visitor, String text) {
    return List.of(
        new Fixed(
            post(
                "/contacts",
                Map.of(
                    "source_id", visitor.key(),
                    "name", visitor.name(),
                    "email", visitor.email()))),
        new Fixed(post("/contacts/" + encoded(visitor.key()) + "/conversations", Map.of())) {
          @Override
          public Map<String, String> learn(String responseBody) {
            return RequestJson.read(responseBody)
                .map(it -> Map.of("conversation", it.path("id").asText()))
                .orElse(Map.of());
          }
        },
        new First(this, visitor, text));
  }

  @Override
  public VisitorCall message(Visitor visitor, String conversation, String text) {
    String path = "/contacts/" + encoded(visitor.key()) + "/conversations/" + conversation;
    return post(path + "/messages", Map.of("content", text));
  }

  private VisitorCall post(String path, Map<String, String> body) {
    String full = prefix + "/public/api/v1/inboxes/" + inbox + path;
    return new VisitorCall("POST", full, JSON, RequestJson.tree(body).toString());
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static class Fixed implements Step {
    private final VisitorCall call;

    Fixed(VisitorCall call) {
      this.call = call;
    }

    @Override
    public VisitorCall call(Map<String, String> known) {
      return call;
    }

    @Override
    public Map<String, String> learn(String responseBody) {
      return Map.of();
    }
  }

  private record First(WidgetVisitors api, Visitor visitor, String text) implements Step {
    @Override
    public VisitorCall call(Map<String, String> known) {
      return api.message(visitor, known.getOrDefault("conversation", "0"), text);
    }

    @Override
    public Map<String, String> learn(String responseBody) {
      return Map.of();
    }
  }
}
