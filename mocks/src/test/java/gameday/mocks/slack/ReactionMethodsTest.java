package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReactionMethodsTest {
  private final RunningSlack slack = new RunningSlack();
  private final String ts = slack.said("x");

  @AfterEach
  void stop() {
    slack.close();
  }

  private String add(String name) {
    return slack.error("reactions.add", "channel", slack.channel, "timestamp", ts, "name", name);
  }

  private String remove(String name) {
    return slack.error("reactions.remove", "channel", slack.channel, "timestamp", ts, "name", name);
  }

  @Test
  void addsAndTakesBackItsOwnOnly() {
    slack.workspace.react(slack.ada, slack.channel, ts, "eyes");

    assertEquals("no_reaction", remove("eyes"));
    assertEquals("", add("eyes"));
    assertEquals("already_reacted", add("eyes"));
    var reactions =
        slack.call("conversations.history", "channel", slack.channel).at("/messages/0/reactions");
    assertEquals(2, reactions.at("/0/count").asInt());
    assertEquals("", remove("eyes"));
    assertEquals("no_reaction", remove("eyes"));
    assertEquals("no_reaction", remove("wave"));
  }

  @Test
  void wantsANameAndAMessage() {
    assertEquals("invalid_name", add(":eyes:"));
    assertEquals("invalid_name", add("a".repeat(101)));
    assertEquals("", add("wave::skin-tone-3"));
    assertEquals(
        "invalid_arguments",
        slack.error("reactions.add", "channel", slack.channel, "timestamp", ts));
    assertEquals(
        "no_item_specified", slack.error("reactions.add", "name", "eyes", "timestamp", ts));
    assertEquals(
        "no_item_specified", slack.error("reactions.remove", "name", "eyes", "channel", "C0"));
    assertEquals(
        "bad_timestamp",
        slack.error("reactions.add", "name", "eyes", "channel", slack.channel, "timestamp", "1"));
    assertEquals(
        "channel_not_found",
        slack.error("reactions.add", "name", "eyes", "channel", "C0", "timestamp", ts));
    assertEquals(
        "message_not_found",
        slack.error(
            "reactions.remove",
            "name",
            "eyes",
            "channel",
            slack.channel,
            "timestamp",
            "1700000000.000009"));
  }

  @Test
  void addsNoMoreThanSlackDoes() {
    IntStream.range(0, 23).forEach(n -> add("own" + n));
    assertEquals("too_many_reactions", add("one-more"));
    assertEquals("already_reacted", add("own0"));

    IntStream.range(0, 27)
        .forEach(n -> slack.workspace.react(slack.ada, slack.channel, ts, "hers" + n));
    assertEquals("", remove("own0"));
    slack.workspace.react(slack.ada, slack.channel, ts, "hers27");
    assertEquals("too_many_emoji", add("one-more"));
  }

  @Test
  void reactsNoMoreInAnArchive() {
    slack.workspace.admin().archive(slack.ada, slack.channel);

    assertEquals("is_archived", add("eyes"));
  }
}
