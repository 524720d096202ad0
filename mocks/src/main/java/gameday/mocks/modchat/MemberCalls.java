package gameday.mocks.modchat;

import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A member asks with one call; further messages name the question. */
record MemberCalls(String path) implements VisitorApi {
  @Override
  public List<Step> opening(Visitor visitor, String text) {
    VisitorCall call = call(body(visitor, text));
    return List.of(
        new Step() {
          @Override
          public VisitorCall call(Map<String, String> known) {
            return call;
          }

          @Override
          public Map<String, String> learn(String responseBody) {
            return RequestJson.read(responseBody)
                .filter(it -> it.has("question"))
                .map(it -> Map.of("conversation", it.path("question").asText()))
                .orElse(Map.of());
          }
        });
  }

  @Override
  public VisitorCall message(Visitor visitor, String conversation, String text) {
    Map<String, String> body = body(visitor, text);
    body.put("question", conversation);
    return call(body);
  }

  private VisitorCall call(Map<String, String> body) {
    return new VisitorCall(
        "POST",
        path,
        Map.of("Content-Type", "application/json"),
        RequestJson.tree(body).toString());
  }

  private static Map<String, String> body(Visitor visitor, String text) {
    return new TreeMap<>(
        Map.of(
            "key", visitor.key(),
            "email", visitor.email(),
            "name", visitor.name(),
            "text", text));
  }
}
