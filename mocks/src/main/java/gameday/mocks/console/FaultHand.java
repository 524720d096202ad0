package gameday.mocks.console;

import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.faults.FaultText;
import gameday.mocks.faults.Faults;
import gameday.mocks.http.Answer;
import java.util.Set;

/** Begins and ends faults by hand. */
final class FaultHand {
  private static final Set<String> TARGETS = Set.of("slack", "help-chat", "mod-chat", "pipeline");

  private final Faults faults;

  FaultHand(Faults faults) {
    this.faults = faults;
  }

  /** What is on, and what there is. */
  ObjectNode json() {
    var json = RequestJson.object();
    var now = json.putArray("now");
    for (var begun : faults.now()) {
      now.addObject()
          .put("name", begun.name())
          .put("on", begun.target())
          .set("fault", RequestJson.read(FaultText.write(begun.fault())).orElseThrow());
    }
    FaultText.kinds().forEach(json.putArray("kinds")::add);
    return json;
  }

  /** {@code on} (slack, help-chat, mod-chat, pipeline) and {@code fault} in a scenario's words. */
  Answer begin(ObjectNode body) {
    var on = text(body, "on").filter(TARGETS::contains);
    if (on.isEmpty() || !body.path("fault").isObject()) {
      return ConsoleApi.missing(
          "on (slack, help-chat, mod-chat or pipeline) and fault, such as"
              + " {\"kind\":\"errors\",\"share\":\"20%\"}");
    }
    try {
      var name = faults.begin(on.get(), FaultText.read(body.path("fault").toString()));
      return Answer.json(200, RequestJson.object().put("name", name).toString(), "ok");
    } catch (IllegalArgumentException wrong) {
      return ConsoleJson.error(422, "invalid_fault", wrong.getMessage());
    } catch (IllegalStateException tooMany) {
      return ConsoleJson.error(409, "too_many_faults", tooMany.getMessage());
    }
  }

  /** {@code name}, as {@link #begin} gave it. */
  Answer end(ObjectNode body) {
    return ConsoleApi.carriedOut(
        () -> {
          faults.end(text(body, "name").orElse(""));
          return true;
        });
  }
}
