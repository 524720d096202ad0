package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.PipelinePart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthAnswerTest {
  private static final String KNOWN =
      ", known parts: mod-chat, deadlines, grouping, edits, grants, files";

  @Test
  void knowsEverythingUnlessItSaysOtherwise() {
    assertEquals(without(), read(""));
    assertEquals(without(), read("ok"));
    assertEquals(without(), read("[\"mod-chat\"]"));
    assertEquals(without(), read("{\"status\":\"up\"}"));
    assertEquals(without(), read("{\"without\":[]}"));
  }

  @Test
  void lacksWhatItSays() {
    assertEquals(
        without(PipelinePart.MOD_CHAT, PipelinePart.FILES),
        read(" {\"without\":[\"files\",\"mod-chat\",\"files\"],\"status\":\"up\"}\n"));
  }

  @Test
  void isPuzzlingIfItNamesWhatNobodyKnows() {
    assertEquals(
        new HealthAnswer.Puzzling(
            "names unknown parts as 'without': \"chat\", 7, [\"mod-chat\"]" + KNOWN),
        read("{\"without\":[\"chat\",7,\"deadlines\",[\"mod-chat\"]]}"));
    assertEquals(
        new HealthAnswer.Puzzling("names unknown parts as 'without': 1, 2, 3, 4, 5, …" + KNOWN),
        read("{\"without\":[1,2,3,4,5,6]}"));
  }

  @Test
  void isPuzzlingIfThatIsNoList() {
    assertEquals(
        new HealthAnswer.Puzzling("must have a list as 'without', found \"mod-chat\"" + KNOWN),
        read("{\"without\":\"mod-chat\"}"));
    assertEquals(
        new HealthAnswer.Puzzling("must have a list as 'without', found null" + KNOWN),
        read("{\"without\":null}"));
  }

  @Test
  void isPuzzlingIfItIsNoWholeJson() {
    assertEquals(HealthAnswer.Puzzling.class, read("{\"without\":[\"mod-chat\"]").getClass());
  }

  @Test
  void isPuzzlingIfItIsTooLong() {
    String long64 = "x".repeat(64 * 1024);

    assertEquals(without(), read(long64));
    assertEquals(new HealthAnswer.Puzzling("has more than 64 KiB"), read(long64 + "x"));
  }

  private static HealthAnswer without(PipelinePart... parts) {
    return new HealthAnswer.Understood(List.of(parts));
  }

  private static HealthAnswer read(String body) {
    return HealthAnswer.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
