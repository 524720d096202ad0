package gameday.mocks.helpchat.smartloop;

import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi;
import java.util.List;
import java.util.Map;

/** A visitor just writes; its key is the user id, and names the thread. */
record WebVisitors(String path) implements VisitorApi {
  @Override
  public List<Step> opening(Visitor visitor, String text) {
    VisitorCall call = message(visitor, visitor.key(), text);
    return List.of(
        new Step() {
          @Override
          public VisitorCall call(Map<String, String> known) {
            return call;
          }

          @Override
          public Map<String, String> learn(String responseBody) {
            return RequestJson.read(responseBody)
                .map(it -> Map.of("conversation", it.path("userId").asText()))
                .orElse(Map.of());
          }
        });
  }

  @Override
  public VisitorCall message(Visitor visitor, String conversation, String text) {
    Map<String, String> body =
        Map.of(
            "userId", visitor.key(),
            "name", visitor.name(),
            "email", visitor.email(),
            "text", text);
    return new VisitorCall(
        "POST",
        path,
        Map.of("Content-Type", "application/json"),
        RequestJson.tree(body).toString());
  }
}
