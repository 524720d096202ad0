package gameday.mocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each product says in its own shape what a fault has it say. */
class TroubledProductsTest {
  private static final Fault LIMITED = new Fault.RateLimits(1, OptionalInt.of(3));
  private static final Fault REVOKED = new Fault.RevokedToken();
  private static final Fault FAILED = new Fault.Errors(1, 500);

  private final HttpClient client = HttpClient.newHttpClient();
  private Mocks mocks = Mocks.start(MockSettings.standard());

  @AfterEach
  void stop() {
    mocks.close();
    client.close();
  }

  @Test
  void slackSaysItsErrorWords() throws Exception {
    check("slack", new Fault.Outage(), 503, "{\"ok\":false,\"error\":\"service_unavailable\"}");
    check("slack", FAILED, 500, "{\"ok\":false,\"error\":\"internal_error\"}");
    check("slack", LIMITED, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
    check("slack", REVOKED, 200, "{\"ok\":false,\"error\":\"token_revoked\"}");
    check(
        "slack",
        new Fault.ErrorWords(1, "request_timeout", 0),
        200,
        "{\"ok\":false,\"error\":\"request_timeout\"}");
  }

  @Test
  void chatwootAnswersAsItsFrameworkAndItsProxyDo() throws Exception {
    check("help-chat", LIMITED, 429, "Retry later\n");
    check("help-chat", REVOKED, 401, "{\"error\":\"Invalid Access Token\"}");
    check("help-chat", FAILED, 500, "{\"status\":500,\"error\":\"Internal Server Error\"}");
    assertTrue(
        during("help-chat", new Fault.Outage())
            .body()
            .contains("<center><h1>503 Service Unavailable</h1></center>"));
    assertTrue(
        during("help-chat", new Fault.Errors(1, 502))
            .body()
            .contains("<center><h1>502 Bad Gateway</h1></center>"));
  }

  @Test
  void smartloopListsErrors() throws Exception {
    mocks.close();
    mocks = Mocks.start(MockSettings.standard().helpChat(HelpChatKind.SMARTLOOP));

    check("help-chat", LIMITED, 429, "{\"errors\":[{\"message\":\"Too many requests\"}]}");
    check("help-chat", REVOKED, 401, "{\"errors\":[{\"message\":\"Unauthorized\"}]}");
    check("help-chat", FAILED, 500, "{\"errors\":[{\"message\":\"Internal Server Error\"}]}");
    check(
        "help-chat",
        new Fault.Outage(),
        503,
        "{\"errors\":[{\"message\":\"Service unavailable\"}]}");
  }

  @Test
  void intercomListsErrorsWithCodes() throws Exception {
    mocks.close();
    mocks = Mocks.start(MockSettings.standard().helpChat(HelpChatKind.INTERCOM));

    checkCode(LIMITED, 429, "rate_limit_exceeded");
    checkCode(REVOKED, 401, "token_revoked");
    checkCode(FAILED, 500, "server_error");
    checkCode(new Fault.Outage(), 503, "service_unavailable");
  }

  private void checkCode(Fault fault, int status, String code) throws Exception {
    var answer = during("help-chat", fault);

    assertEquals(status, answer.statusCode());
    assertTrue(
        answer.body().matches("\\{\"type\":\"error.list\".*\"code\":\"" + code + "\".*"),
        answer.body());
  }

  @Test
  void slacksIncomingWebhookSaysItsOwnWords() throws Exception {
    var channel = mocks.slack().createChannel("event-summit");
    mocks.faults().begin("slack", LIMITED);

    var request =
        HttpRequest.newBuilder(mocks.incomingWebhook(channel))
            .POST(BodyPublishers.ofString("{\"text\":\"x\"}"));
    var answer = client.send(request.build(), BodyHandlers.ofString());

    assertEquals(429, answer.statusCode());
    assertEquals("{\"retry_after\":3,\"ok\":false,\"error\":\"rate_limited\"}", answer.body());
    assertEquals("3", answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void modChatSaysAWord() throws Exception {
    check("mod-chat", LIMITED, 429, "{\"error\":\"rate_limited\"}");
    check("mod-chat", REVOKED, 401, "{\"error\":\"unauthorized\"}");
    check("mod-chat", FAILED, 500, "{\"error\":\"failed\"}");
    check("mod-chat", new Fault.Outage(), 503, "{\"error\":\"unavailable\"}");
  }

  @Test
  void everyProductTellsWhenToComeAgain() throws Exception {
    for (var target : List.of("slack", "help-chat", "mod-chat")) {
      var answer = during(target, LIMITED);

      assertEquals("3", answer.headers().firstValue("Retry-After").orElse(""), target);
    }
  }

  private void check(String target, Fault fault, int status, String body) throws Exception {
    var answer = during(target, fault);

    assertEquals(status, answer.statusCode());
    assertEquals(body, answer.body());
  }

  private HttpResponse<String> during(String target, Fault fault) throws Exception {
    var name = mocks.faults().begin(target, fault);
    try {
      var path =
          switch (target) {
            case "slack" -> mocks.environment().get("SLACK_API_URL") + "chat.postMessage";
            case "help-chat" -> mocks.environment().get("HELP_CHAT_URL") + "/api/v1/profile";
            default -> mocks.environment().get("MOD_CHAT_URL") + "/api/questions/q/notes";
          };
      var request = HttpRequest.newBuilder(URI.create(path)).POST(BodyPublishers.ofString("{}"));
      return client.send(request.build(), BodyHandlers.ofString());
    } finally {
      mocks.faults().end(name);
    }
  }
}
