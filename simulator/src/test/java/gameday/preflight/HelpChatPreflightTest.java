package gameday.preflight;

import static gameday.preflight.CheckName.HELP_CHAT_PERSON;
import static gameday.preflight.CheckName.HELP_CHAT_TOKEN;
import static gameday.preflight.CheckName.HELP_CHAT_WEBHOOK;
import static gameday.preflight.CheckName.MOD_CHAT_TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.preflight.PreflightReport.Outcome;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpChatPreflightTest {
  @Test
  void aWebhookThatGoesElsewhereOrNowhereIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      assertEquals(
          List.of("missing help-chat-webhook …/webhooks/help-chat: there is no webhook"),
          MockedEvent.problems(event.looking(HELP_CHAT_WEBHOOK)));

      event.mocks.connect(URI.create("http://127.0.0.1:9/"));
      assertEquals(List.of(), MockedEvent.problems(event.looking(HELP_CHAT_WEBHOOK)));
      assertEquals(
          List.of(
              "missing help-chat-webhook http://pipeline.example/webhooks/help-chat: they go to"
                  + " http://127.0.0.1:9/webhooks/help-chat"),
          MockedEvent.problems(
              Preflight.run(
                  event
                      .settings()
                      .looking(EnumSet.of(HELP_CHAT_WEBHOOK))
                      .at(URI.create("http://pipeline.example/")))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot", "smartloop", "intercom"})
  void aHelpChatTokenThatIsRefusedIsMissing(String provider) throws Exception {
    try (MockedEvent event =
        new MockedEvent(MockedEvent.FOUR + "help-chat: {provider: " + provider + "}\n")) {
      assertEquals(Outcome.READY, event.looking(HELP_CHAT_TOKEN, HELP_CHAT_PERSON).outcome(false));

      event.environment.put("HELP_CHAT_TOKEN", "nobodys");

      assertEquals(
          List.of("missing help-chat-token HELP_CHAT_TOKEN: refused: HTTP 401"),
          MockedEvent.problems(event.looking(HELP_CHAT_TOKEN, HELP_CHAT_PERSON)));
    }
  }

  @Test
  void anAccountThatIsAnothersIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("HELP_CHAT_ACCOUNT", "99");

      assertEquals(
          List.of("missing help-chat-token account 99: its agents can't be listed: HTTP 404"),
          MockedEvent.problems(event.looking(HELP_CHAT_TOKEN, HELP_CHAT_PERSON)));
    }
  }

  @Test
  void aModChatTokenThatIsRefusedIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("MOD_CHAT_TOKEN", "nobodys");

      assertEquals(
          List.of("missing mod-chat-token MOD_CHAT_TOKEN: refused: HTTP 401"),
          MockedEvent.problems(event.looking(MOD_CHAT_TOKEN)));
    }
  }
}
