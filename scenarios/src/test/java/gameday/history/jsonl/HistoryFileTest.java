package gameday.history.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader.Read;
import gameday.jsonl.LineScan;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.PipelinePart;
import gameday.script.QuestionId;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
  private static final QuestionId Q = new QuestionId("q-00042");
  private static final String HEADER = "{\"format\":\"gameday-history\",\"version\":1}\n";

  private static final List<Happening> SAMPLES =
      List.of(
          new Happening.RunStarted("smoke", -7, 150.5, "wall"),
          new Happening.FaultBegan("help-chat", "lost-answers"),
          new Happening.FaultEnded("help-chat", "lost-answers"),
          new Happening.PipelineReady("GET /health 200"),
          new Happening.PipelineLacks(List.of(PipelinePart.MOD_CHAT, PipelinePart.DEADLINES)),
          new Happening.PipelineGone(false, 137),
          new Happening.HarnessTrouble(Optional.of(Q), "no \"answer\""),
          new Happening.HarnessTrouble(Optional.empty(), "late"),
          new Happening.Asked(Q, Chat.MOD, "17", "Hi\n<b>there</b> 😕 \u2028"),
          new Happening.UserWrote(Q, "anyone?"),
          new Happening.AgentRequested(Q),
          new Happening.GaveUp(Q, true),
          new Happening.ChatbotReplied(Q, "see Help", false),
          new Happening.AgentTook(Q, "agent-1"),
          new Happening.AgentReplied(Q, "agent-1", "one moment", false),
          new Happening.AgentNoted(Q, "agent-1", "/escalate"),
          new Happening.Escalated(Q, "agent-1", EscalationWay.BY_HAND, "no sound"),
          new Happening.Closed(Q, "agent-1"),
          new Happening.PipelineNoted(Chat.HELP, "17", Optional.of(Q), "Answer from Slack"),
          new Happening.PipelineNoted(Chat.MOD, "18", Optional.empty(), ""),
          new Happening.PipelineReplied(Chat.HELP, "17", Optional.of(Q), "reload"),
          new Happening.SlackPosted(
              "event",
              "1.0001",
              Optional.of("1.0000"),
              new Author(Author.Role.TECH_SUPPORT, "tech-1"),
              "done",
              List.of(Q, new QuestionId("q-00043"))),
          new Happening.SlackEdited(
              "event",
              "1.0001",
              Optional.of("1.0000"),
              new Author(Author.Role.CSM, "csm-1"),
              "done, again",
              List.of(Q)),
          new Happening.SlackReacted(
              "event", "1.0001", new Author(Author.Role.CSM, "csm-1"), "eyes"),
          new Happening.ModChatRefused("keynote", "eve@attendee.example", true),
          new Happening.ModChatGranted("keynote", "eve@attendee.example"),
          new Happening.WebhookDelivered("slack", "Ev1", 2, 0, 3_000_000_001L, "1.0001"),
          new Happening.WebhookMeddled("slack", "Ev1", 0, "lost-webhooks", "C1:1.0001"),
          new Happening.IntruderTried("help-chat", "wrongly-signed", 401, "forged-1"),
          new Happening.PipelineCalled("slack", "chat.postMessage", 429, "ratelimited"),
          new Happening.RunEnded(Happening.RunEnded.Reason.STILL_OPEN, "2 open"));

  @Test
  void thereIsASampleOfEveryKind() {
    Set<String> kinds = new TreeSet<>();
    leaves(Happening.class, kinds);

    assertEquals(
        kinds,
        SAMPLES.stream()
            .map(sample -> sample.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void leaves(Class<?> type, Set<String> into) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(inner -> leaves(inner, into));
    } else {
      into.add(type.getSimpleName());
    }
  }

  @Test
  void everyKindReadsBackAsItWasWritten(@TempDir Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Happening sample : SAMPLES) {
      entries.add(new Entry(entries.size(), 1_000_000_007L * entries.size() - 5, sample));
    }
    Path file = folder.resolve("history.jsonl");

    HistoryWriter.write(new History(entries), file);

    assertEquals(new Read.Readable(new History(entries), false), HistoryReader.read(file));
  }

  @Test
  void everyKindReadsTheSameInAnyOrderOfItsFields() throws IOException {
    for (Happening sample : SAMPLES) {
      StringWriter out = new StringWriter();
      try (HistoryWriter writer = HistoryWriter.to(out)) {
        if (!(sample instanceof Happening.RunStarted)) {
          writer.append(7, SAMPLES.get(0));
        }
        writer.append(7, sample);
      }
      // No writer of ours puts the time first: such a line is read the long way.
      String turned =
          out.toString().replaceAll("\\{\"seq\":(\\d+),\"at\":7,", "{\"at\":7,\"seq\":$1,");

      Read read = HistoryReader.read("h", new StringReader(out.toString()));

      assertInstanceOf(Read.Readable.class, read);
      assertEquals(read, HistoryReader.read("h", new StringReader(turned)));
    }
  }

  @Test
  void manyStretchesReadBySeveralThreadsArriveInOrder(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("history.jsonl");
    try (HistoryWriter writer = HistoryWriter.create(file)) {
      writer.append(0, SAMPLES.get(0));
      for (int n = 1; n < 50_000; n++) {
        writer.append(n, new Happening.AgentReplied(Q, "agent-1", "hi " + n, true));
      }
    }
    List<Entry> entries = new ArrayList<>();

    LineScan.End end = HistoryScan.scan(file, 2, Stretch::entries, entries::addAll);

    assertEquals(new LineScan.End.Readable(50_000, false), end);
    assertEquals(new Read.Readable(new History(entries), false), HistoryReader.read(file));
  }

  @Test
  void theFirstBadLineIsToldWhoeverReadsIt(@TempDir Path folder) throws IOException {
    StringBuilder text = new StringBuilder(HEADER + started("wall"));
    for (int n = 1; n < 50_000; n++) {
      text.append("{\"seq\":").append(n == 40_000 ? 7 : n);
      text.append(",\"at\":1,\"kind\":\"agent-requested\",\"question\":\"q-1\"}\n");
    }
    Path file = Files.writeString(folder.resolve("h.jsonl"), text);

    LineScan.End end = HistoryScan.scan(file, 2, stretch -> 0, nothing -> {});

    String fault = assertInstanceOf(LineScan.End.Faulty.class, end).fault();
    assertTrue(fault.startsWith("h.jsonl:40002: seq must be 40000, was 7; put the file"), fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seq\":1,\"at\":1,\"kind\":\"agent-requested\",\"question\":\"q-1\",\"question\":\"q-2\"}",
        "{\"seq\":1,\"at\":1,\"kind\":\"agent-requested\",\"question\":\"q-1\"} {}",
        "{\"seq\":1,\"at\":1,\"kind\":\"agent-requested\",\"question\":\"q-1\"",
        "[{\"seq\":1,\"at\":1,\"kind\":\"agent-requested\",\"question\":\"q-1\"}]",
        "{\"seq\":1.5,\"at\":1,\"kind\":\"agent-requested\",\"question\":\"q-1\"}",
        ""
      })
  void whatIsReadFastIsAsStrict(String line) throws IOException {
    Read read = HistoryReader.read("h", new StringReader(HEADER + started("wall") + line + "\n"));

    assertInstanceOf(Read.Faulty.class, read);
  }

  @Test
  void aLineBeginsWithSequenceTimeAndKind() throws IOException {
    StringWriter out = new StringWriter();
    try (HistoryWriter writer = HistoryWriter.to(out)) {
      writer.append(123, new Happening.AgentReplied(Q, "agent-1", "hi", true));
    }

    assertEquals(
        HEADER
            + "{\"seq\":0,\"at\":123,\"kind\":\"agent-replied\",\"question\":\"q-00042\","
            + "\"agent\":\"agent-1\",\"text\":\"hi\",\"answers\":true}\n",
        out.toString());
  }

  @Test
  void manyThreadsWriteOneOrder() throws Exception {
    StringWriter out = new StringWriter();
    try (HistoryWriter writer = HistoryWriter.to(out)) {
      writer.append(0, SAMPLES.get(0));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int n = 0; n < 250; n++) {
                        writer.append(n, new Happening.AgentRequested(Q));
                      }
                    }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }

    Read read = HistoryReader.read("h", new StringReader(out.toString()));

    assertEquals(1001, assertInstanceOf(Read.Readable.class, read).history().entries().size());
  }

  @Test
  void aFileCutOffInItsLastLineIsReadableAndSaysSo() throws IOException {
    String file = HEADER + started("wall") + "{\"seq\":1,\"at\":2,\"ki";

    Read.Readable read =
        assertInstanceOf(Read.Readable.class, HistoryReader.read("h", new StringReader(file)));

    assertTrue(read.truncated());
    assertEquals(1, read.history().entries().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"seq":0,"at":1,"kind":"agent-sang","question":"q-1"} | unknown kind 'agent-sang'
          {"seq":1,"at":1,"kind":"pipeline-ready","how":"up"} | seq must be 0, was 1
          {"seq":0,"kind":"pipeline-ready","how":"up"} | missing 'at', expected a whole number
          {"seq":0,"at":1,"kind":"pipeline-ready","how":7} | how must be a string, was 7
          {"seq":0,"at":1,"kind":"pipeline-ready","how":"up","why":1} | unknown field 'why'
          {"seq":0,"at":1,"kind":"pipe | not a whole JSON object
          """)
  void aFaultNamesItsLine(String line, String fault) throws IOException {
    Read read = HistoryReader.read("h.jsonl", new StringReader(HEADER + line + "\n"));

    String told = assertInstanceOf(Read.Faulty.class, read).fault();
    assertTrue(told.startsWith("h.jsonl:2: " + fault), told);
  }

  private static String started(String clock) {
    return "{\"seq\":0,\"at\":1,\"kind\":\"run-started\",\"scenario\":\"smoke\",\"seed\":7,"
        + "\"speed\":1,\"clock\":\""
        + clock
        + "\"}\n";
  }

  private static String told(String file) throws IOException {
    Read read = HistoryReader.read("h.jsonl", new StringReader(file));
    return assertInstanceOf(Read.Faulty.class, read, file).fault();
  }

  private static void assertTold(String expected, String file) throws IOException {
    String told = told(file);
    assertTrue(told.startsWith(expected), told);
    assertTrue(told.endsWith("play the run again"), told);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertTold("h.jsonl:1: empty, expected a history's header", "");
  }

  @Test
  void refusesOtherVersions() throws IOException {
    assertTold(
        "h.jsonl:1: version must be 1, was 2; put the file back as it was written, judge it with the"
            + " gameday that wrote it",
        "{\"format\":\"gameday-history\",\"version\":2}\n");
  }

  @Test
  void refusesAHistoryWithoutItsBeginning() throws IOException {
    assertTold(
        "h.jsonl:2: the first entry must be run-started, was pipeline-ready",
        HEADER + "{\"seq\":0,\"at\":1,\"kind\":\"pipeline-ready\",\"how\":\"up\"}\n");
  }

  @Test
  void refusesASecondBeginning() throws IOException {
    assertTold(
        "h.jsonl:3: run-started must stand first, was entry 1",
        HEADER + started("wall") + started("wall").replace("\"seq\":0", "\"seq\":1"));
  }

  @Test
  void refusesLinesThatAreSwapped() throws IOException {
    assertTold(
        "h.jsonl:3: seq must be 1, was 2", HEADER + started("wall") + ready(2, 2) + ready(1, 1));
  }

  @Test
  void refusesALineThatIsThereTwice() throws IOException {
    assertTold(
        "h.jsonl:4: seq must be 2, was 1", HEADER + started("wall") + ready(1, 1) + ready(1, 1));
  }

  @Test
  void refusesTimeThatGoesBackFurtherThanAnybodyTellsLate() throws IOException {
    long minute = 60_000_000_000L;
    String late = HEADER + started("wall") + ready(1, 3 * minute) + ready(2, minute);
    String later = HEADER + started("wall") + ready(1, 3 * minute + 1) + ready(2, minute);

    assertInstanceOf(Read.Readable.class, HistoryReader.read("h", new StringReader(late)));
    assertTold("h.jsonl:4: at must be 60000000001 at least, was 60000000000", later);
  }

  @Test
  void refusesTimeThatGoesBackOnAVirtualClock() throws IOException {
    assertTold(
        "h.jsonl:4: at must be 9 at least, was 8",
        HEADER + started("virtual") + ready(1, 9) + ready(2, 8));
  }

  @Test
  void refusesWhatFollowsTheEnd() throws IOException {
    String ended =
        "{\"seq\":1,\"at\":2,\"kind\":\"run-ended\",\"reason\":\"drained\",\"detail\":\"\"}\n";

    assertTold(
        "h.jsonl:4: nothing may follow run-ended, found pipeline-ready",
        HEADER + started("wall") + ended + ready(2, 3));
    assertTold(
        "h.jsonl:4: not a whole JSON object",
        HEADER + started("wall") + ended + "{\"seq\":2,\"at\"");
  }

  private static String ready(int sequence, long at) {
    return "{\"seq\":%d,\"at\":%d,\"kind\":\"pipeline-ready\",\"how\":\"up\"}\n"
        .formatted(sequence, at);
  }

  @Test
  void refusesASequenceThatIsNotDue() throws IOException {
    try (HistoryWriter writer = HistoryWriter.to(new StringWriter())) {
      Entry second = new Entry(1, 0, new Happening.AgentRequested(Q));

      assertThrows(IllegalArgumentException.class, () -> writer.append(second));
    }
  }
}
