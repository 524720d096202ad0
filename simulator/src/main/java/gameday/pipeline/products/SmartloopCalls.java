package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.pipeline.settings.Settings;
import java.io.IOException;
import java.util.Map;

/** Smartloop's GraphQL for one bot. */
public final class SmartloopCalls {
  private final JsonCalls calls;
  private final String bot;

  /** Calls nobody yet. */
  public SmartloopCalls(Settings.HelpChat settings) {
    this.calls = new JsonCalls(settings.url(), Map.of("x-api-key", settings.token()));
    this.bot = settings.account();
  }

  /**
   * Whether we may ask about the bot; returns its name, for the log.
   *
   * @throws IOException if not, or if that can't be told now
   */
  public String tryToken() throws IOException, InterruptedException {
    read(
        "query($bot: ID!) { openThreads(botId: $bot, offset: 0, limit: 1) { userId } }",
        variables());
    return "bot " + bot;
  }

  /** Variables with {@code bot} among them, to add to. */
  ObjectNode variables() {
    return JsonNodeFactory.instance.objectNode().put("bot", bot);
  }

  JsonCalls.Outcome write(String mutation, ObjectNode variables) throws InterruptedException {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("query", mutation);
    document.set("variables", variables);
    return calls.post("/v1/graphql", document, Map.of());
  }

  /** The answer's {@code data}; fields that failed are null in it. */
  JsonNode read(String query, ObjectNode variables) throws IOException, InterruptedException {
    return write(query, variables).answer().path("data");
  }
}
