package gameday.pipeline;

import static gameday.pipeline.CrowdedEvent.KEYNOTE;
import static gameday.pipeline.CrowdedEvent.TS;
import static gameday.pipeline.CrowdedEvent.help;
import static gameday.pipeline.CrowdedEvent.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who joins an issue is named in its thread. */
class JoinersNamedTest {
  private final CrowdedEvent event = new CrowdedEvent();

  @Test
  void namesAllWhoJoinedDuringAnOutageInOneMessage() {
    Effect post = event.at(0, note(help("1"), KEYNOTE, "the sound is gone")).getFirst();
    List<Effect> meanwhile = new ArrayList<>();
    for (int i = 2; i <= 1_000; i++) {
      meanwhile.addAll(event.at(i, note(help("" + i), KEYNOTE, "the sound is gone")));
    }

    List<Effect> then = event.at(2_000, new Signal.Posted(post.key(), TS));

    assertEquals(List.of(), meanwhile);
    assertEquals(1, then.size());
    assertEquals(999, then.getFirst().text().split("@example\\.org", -1).length - 1);
    assertTrue(then.getFirst().text().length() <= 30_000);
  }

  @Test
  void namesOneMessageAtATimeAndTheRestInTheNext() {
    event.first(KEYNOTE, "the sound is gone");
    List<Effect> effects = new ArrayList<>();
    for (int i = 2; i <= 4_000; i++) {
      effects.addAll(event.at(i, note(help("" + i), KEYNOTE, "the sound is gone")));
    }

    List<String> texts = new ArrayList<>();
    while (!effects.isEmpty()) {
      assertEquals(1, effects.size());
      texts.add(effects.getFirst().text());
      effects = event.at(5_000, new Signal.Posted(effects.getFirst().key(), "2.0"));
    }

    assertEquals("Also affected: u2@example.org", texts.getFirst());
    assertEquals(4, texts.size());
    assertTrue(texts.stream().allMatch(text -> text.length() <= 30_000));
    assertEquals(
        3_999, texts.stream().mapToInt(text -> text.split("@example\\.org", -1).length - 1).sum());
  }

  @Test
  void goesOnNamingOthersAfterSlackRefusedSome() {
    event.first(KEYNOTE, "the sound is gone");
    Effect some = event.at(1, note(help("2"), KEYNOTE, "the sound is gone")).getFirst();
    event.at(2, note(help("3"), KEYNOTE, "the sound is gone"));

    List<Effect> effects = event.at(3, new Signal.Undeliverable(some.key(), "msg_too_long"));

    assertEquals("Also affected: u3@example.org", effects.getFirst().text());
  }

  @Test
  void escapesAndMentionsNobodyWhoeverJoins() {
    event.first(KEYNOTE, "the sound is gone");
    Signal hostile =
        new Signal.AgentNoted(
            help("2"),
            new Caller("Eve", "eve<!here>&@example.org", KEYNOTE),
            "agent-9",
            "/escalate\nIssue: the sound is gone\nScreenshot: <!channel> https://a.example/x.png");

    String text = event.at(1, hostile).getFirst().text();

    assertEquals(
        "Also affected: eve&lt;!here&gt;&amp;@example.org\n"
            + "*Screenshot:* &lt;!channel&gt; https://a.example/x.png",
        text);
  }
}
