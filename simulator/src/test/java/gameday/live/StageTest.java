package gameday.live;

import static gameday.scenario.Invitation.ACCEPTED;
import static gameday.scenario.Invitation.INVITED;
import static gameday.scenario.Invitation.NOT_INVITED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.contract.EventFile;
import gameday.mocks.Listeners;
import gameday.mocks.MockSettings;
import gameday.mocks.chat.AgentDesk.Colleague;
import gameday.process.HelpChatProduct;
import gameday.scenario.Invitation;
import gameday.scenario.Invitee;
import gameday.scenario.Scenario;
import gameday.scenario.TeamPlan;
import gameday.script.ScriptDraw;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
  private static final String HOSTILE = "<!channel> | *Eve* \u202e ${7*7}";

  private static final List<Invitee> ROSTER =
      List.of(
          agent("Ada", ACCEPTED, ACCEPTED),
          agent(HOSTILE, INVITED, INVITED),
          agent("Cid", NOT_INVITED, NOT_INVITED));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void thoseOnTheRosterAreInTheHelpChatAsFarAsTheyAreInvited(HelpChatProduct product) {
    try (Stage stage = stage(product)) {
      assertEquals(
          List.of("Ada", HOSTILE),
          stage.helpChat.colleagues().stream().map(Colleague::name).toList());
      assertFalse(stage.helpChat.accept(stage.cast.player("client-1").helpChatId()));
      assertTrue(stage.helpChat.accept(stage.cast.player("client-2").helpChatId()));
      assertEquals("", stage.cast.player("client-3").helpChatId());
    }
  }

  @Test
  void andSoTheyAreInSlack() throws Exception {
    try (Stage stage = stage(HelpChatProduct.CHATWOOT)) {
      assertTrue(lookUp(stage, 0).at("/user/is_invited_user").isMissingNode());
      assertTrue(lookUp(stage, 1).at("/user/is_invited_user").asBoolean());
      assertEquals(HOSTILE, lookUp(stage, 1).at("/user/real_name").asText());
      assertEquals("users_not_found", lookUp(stage, 2).get("error").asText());
      String invited = stage.cast.player("client-2").slackId();
      assertThrows(
          IllegalStateException.class,
          () -> stage.slack.post(invited, stage.channelId, "hello", Optional.empty()));
    }
  }

  @Test
  void thePipelineIsToldWhoHasNotAccepted() throws Exception {
    try (Stage stage = stage(HelpChatProduct.CHATWOOT)) {
      List<EventFile.Member> staff =
          EventFile.fromJson(stage.eventFile().toJson()).staff().subList(0, 3);

      assertEquals(
          List.of(true, false, false), staff.stream().map(m -> m.slackAccepted()).toList());
      assertEquals(
          List.of(true, false, false), staff.stream().map(m -> m.helpChatAccepted()).toList());
      assertEquals(
          List.of(true, true, false), staff.stream().map(m -> m.slackId().isPresent()).toList());
      assertEquals(HOSTILE, staff.get(1).name());
    }
  }

  private JsonNode lookUp(Stage stage, int index) throws Exception {
    Map<String, String> environment = stage.environment(folder);
    String email = URLEncoder.encode(ROSTER.get(index).email(), StandardCharsets.UTF_8);
    String api = environment.get("SLACK_API_URL");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "users.lookupByEmail?email=" + email))
            .header("Authorization", "Bearer " + environment.get("SLACK_BOT_TOKEN"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new ObjectMapper()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private static Stage stage(HelpChatProduct product) {
    TeamPlan team = SmallEvent.team(ROSTER.size());
    TeamPlan named =
        new TeamPlan(ROSTER.size(), 1, team.notice(), team.handling(), team.shifts(), ROSTER, 0);
    Scenario scenario = SmallEvent.scenario(product, List.of(), named);
    return new Stage(scenario, ScriptDraw.draw(scenario), MockSettings.standard(), Listeners.NONE);
  }

  private static Invitee agent(String name, Invitation helpChat, Invitation slack) {
    String email = "p" + Math.abs(name.hashCode()) + "@client.example";
    return new Invitee(name, email, Optional.of(helpChat), slack);
  }
}
