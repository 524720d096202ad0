package gameday.mocks.helpchat.intercom;

import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi;
import java.util.List;
import java.util.Map;

/** A visitor opens a conversation with what they write first; their key is the website's id. */
record MessengerVisitors(String path) implements VisitorApi {
  @Override
  public List<Step> opening(Visitor visitor, String text) {
    VisitorCall call =
        post(
            "/conversations",
            Map.of(
                "user_id", visitor.key(),
                "name", visitor.name(),
                "email", visitor.email(),
                "url", visitor.page(),
                "body", text));
    return List.of(
        new Step() {
          @Override
          public VisitorCall call(Map<String, String> known) {
            return call;
          }

          @Override
          public Map<String, String> learn(String responseBody) {
            return RequestJson.read(responseBody)
                .map(it -> Map.of("conversation", it.path("id").asText()))
                .orElse(Map.of());
          }
        });
  }

  @Override
  public VisitorCall message(Visitor visitor, String conversation, String text) {
    return post(
        "/conversations/" + conversation + "/reply",
        Map.of("user_id", visitor.key(), "body", text));
  }

  private VisitorCall post(String below, Map<String, String> body) {
    return new VisitorCall(
        "POST",
        path + below,
        Map.of("Content-Type", "application/json"),
        RequestJson.tree(body).toString());
  }
}
