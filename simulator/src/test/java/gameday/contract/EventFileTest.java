package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventFileTest {
  @Test
  void isTheSameAfterWritingAndReading() throws InvalidEventFile {
    EventFile file =
        new EventFile(
            new EventFile.Event("Horizon", "https://horizon.example", "horizon"),
            List.of(
                new EventFile.Session(
                    "keynote", "Keynote", "https://horizon.example/sessions/keynote")),
            new EscalationProcess(
                Profile.NAMED_CSM,
                EscalationWay.BY_HAND,
                AnswerRoute.STRAIGHT,
                new Deadlines(
                    Duration.ofMinutes(10),
                    Duration.ofMillis(1_500),
                    Duration.ofNanos(2_000_000_001L)),
                Duration.ofSeconds(90)),
            new Mention.Person("U0LEAD"),
            "S0TECH",
            List.of(
                new EventFile.Member(
                    "csm-1",
                    "Cora",
                    "cora@juno.example",
                    Tier.CSM,
                    Optional.of("U1"),
                    Optional.empty()),
                new EventFile.Member(
                    "agent-1",
                    "Alan",
                    "alan@client.example",
                    Tier.CLIENT_TEAM,
                    Optional.empty(),
                    Optional.of("7"),
                    false,
                    false)));

    EventFile back = EventFile.fromJson(file.toJson());

    assertEquals(file, back);
  }

  @Test
  void groupsForTenMinutesIfAnOlderFileDoesNotSay() throws InvalidEventFile {
    EventFile file = EventFile.fromJson(grouping(""));

    assertEquals(Duration.ofMinutes(10), file.process().groupWithin());
  }

  @Test
  void groupsNeverIfItSaysZeroAndRefusesLess() throws InvalidEventFile {
    EventFile file = EventFile.fromJson(grouping(",\"groupWithinSeconds\":0"));
    InvalidEventFile less =
        assertThrows(
            InvalidEventFile.class,
            () -> EventFile.fromJson(grouping(",\"groupWithinSeconds\":-1")));

    assertEquals(Duration.ZERO, file.process().groupWithin());
    assertEquals(List.of("process.groupWithinSeconds must not be negative"), less.faults());
  }

  private static String grouping(String setting) {
    return """
    {"event":{"name":"Horizon","url":"https://horizon.example","channel":"horizon"},
     "process":{"profile":"current","way":"note","route":"straight",
                "untakenSeconds":600,"remindSeconds":300,"callAgainSeconds":600%s},
     "mention":"<!here>"}
    """
        .formatted(setting);
  }

  @Test
  void whoOfTheStaffIsNotSaidToLackAnInvitationHasAccepted() throws InvalidEventFile {
    EventFile file =
        EventFile.fromJson(
            """
            {"event":{"name":"Horizon","url":"https://horizon.example","channel":"horizon"},
             "process":{"profile":"current","way":"note","route":"straight",
                        "untakenSeconds":600,"remindSeconds":300,"callAgainSeconds":600},
             "mention":"<!here>",
             "staff":[{"id":"csm-1","role":"csm"},
                      {"id":"client-1","role":"client-team","helpChatAccepted":false}]}
            """);

    assertTrue(file.staff().get(0).slackAccepted() && file.staff().get(0).helpChatAccepted());
    assertTrue(file.staff().get(1).slackAccepted());
    assertFalse(file.staff().get(1).helpChatAccepted());
  }

  @Test
  void namesAllFaultsAtOnce() {
    InvalidEventFile invalid =
        assertThrows(
            InvalidEventFile.class,
            () ->
                EventFile.fromJson(
                    """
                    {"event":{"name":"Horizon","url":"https://horizon.example"},
                     "process":{"profile":"new","way":"note","route":"straight",
                                "untakenSeconds":600,"remindSeconds":300,"callAgainSeconds":600},
                     "mention":"@here",
                     "staff":[{"id":"bot","role":"chatbot"}]}
                    """));

    assertEquals(
        List.of(
            "event.channel is missing",
            "process.profile must be one of [current, named-csm], was 'new'",
            "mention must be <!here> or <@U…>, was '@here'",
            "staff[0].role must be one of [client-team, csm, tech-support], was 'chatbot'"),
        invalid.faults());
  }
}
