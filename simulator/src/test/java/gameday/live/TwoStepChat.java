package gameday.live;

import gameday.mocks.chat.VisitorApi;
import java.util.List;
import java.util.Map;

/** A chat whose opening takes two calls: one that names the conversation, one that asks. */
record TwoStepChat() implements VisitorApi {
  @Override
  public List<Step> opening(Visitor visitor, String text) {
    return List.of(
        new OneStep(visitor.key(), "/open", visitor.key()),
        new OneStep(visitor.key(), "/ask", text));
  }

  @Override
  public VisitorCall message(Visitor visitor, String conversation, String text) {
    return new VisitorCall("POST", "/" + conversation + "/write", Map.of(), text);
  }

  private record OneStep(String key, String what, String body) implements Step {
    @Override
    public VisitorCall call(Map<String, String> known) {
      String conversation = known.getOrDefault("conversation", "new");
      return new VisitorCall("POST", "/" + conversation + what, Map.of("X-Key", key), body);
    }

    @Override
    public Map<String, String> learn(String responseBody) {
      return what.equals("/open") ? Map.of("conversation", responseBody) : Map.of();
    }
  }
}
