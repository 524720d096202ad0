package gameday.pipeline.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventEncoderTest {
  private static final String TOKEN = "xoxb-17-planted+leak/";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.007Z");

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("gameday.pipeline.delivery.Courier");

  private String line(PipelineLog.Form form, LoggingEvent event) {
    context.putObject(PipelineLog.FORM, form);
    context.putObject(PipelineLog.REDACTION, new Redaction(List.of(TOKEN, "hush hush")));
    EventEncoder encoder = new EventEncoder();
    encoder.setContext(context);
    event.setInstant(NOON);
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  private String logfmt(String message, Object... arguments) {
    return line(PipelineLog.Form.LOGFMT, event(message, null, arguments));
  }

  private JsonNode json(LoggingEvent event) throws IOException {
    String line = line(PipelineLog.Form.JSON, event);
    assertEquals(line.length() - 1, line.indexOf('\n'), line);
    return new ObjectMapper().readTree(line);
  }

  private LoggingEvent event(String message, Throwable thrown, Object... arguments) {
    return new LoggingEvent("", logger, Level.INFO, message, thrown, arguments);
  }

  @Test
  void writesNamesAndValuesQuotedWhereTheyMustBe() {
    assertEquals(
        "2026-11-22T12:00:00.007Z INFO  event=try-again key=post:help-chat/1#1 tries=2"
            + " pause=68ms reason=\"unknown: HTTP 500\" fixed=1\n",
        logfmt(
            "event=try-again key={} tries={} pause={}ms reason=\"{}\" fixed=1",
            "post:help-chat/1#1",
            2,
            68,
            "unknown: HTTP 500"));
  }

  @Test
  void writesOneJsonObjectALine() throws Exception {
    JsonNode told =
        json(
            event(
                "event=try-again key={} tries={} pause={}ms reason=\"{}\"",
                null,
                "k",
                2,
                68,
                "a b"));

    assertEquals(
        "{\"time\":\"2026-11-22T12:00:00.007Z\",\"level\":\"INFO\",\"event\":\"try-again\","
            + "\"key\":\"k\",\"tries\":2,\"pause\":\"68ms\",\"reason\":\"a b\","
            + "\"logger\":\"gameday.pipeline.delivery.Courier\"}",
        told.toString());
  }

  @Test
  void nothingFromOutsideEndsALineOrAQuotation() throws Exception {
    String evil =
        "x\" level=ERROR\n2026 INFO event=ready\r\u001b[2J\u2028\u202e\t\\ {} event=stopped";

    String line = logfmt("event=refused reason=\"{}\" key={}", evil, evil);
    JsonNode told = json(event("event=refused reason=\"{}\" key={}", null, evil, evil));

    String quoted =
        "\"x\\\" level=ERROR\\n2026 INFO event=ready\\r\\u001b[2J\\u2028\\u202e\\t\\\\ {} event=stopped\"";
    assertEquals(
        "2026-11-22T12:00:00.007Z INFO  event=refused reason=" + quoted + " key=" + quoted + "\n",
        line);
    assertEquals(evil, told.path("reason").asText());
    assertEquals(evil, told.path("key").asText());
    assertEquals("refused", told.path("event").asText());
  }

  @Test
  void aPlantedSecretIsNeverSeen() throws Exception {
    IOException cause = new IOException("Bearer " + TOKEN + " refused");
    RuntimeException thrown =
        new IllegalStateException("https://x.example/?t=xoxb-17-planted%2Bleak%2F", cause);

    for (LoggingEvent event :
        List.of(
            event("event=refused reason=\"{}\"", null, "as \"" + TOKEN + "\""),
            event("event=refused", thrown),
            event("a library says " + TOKEN, thrown),
            event("a library says {}", null, List.of("hush hush", TOKEN)))) {
      String line = line(PipelineLog.Form.LOGFMT, event);
      String told = json(event).toString();

      assertTrue(line.contains("***"), line);
      assertTrue(told.contains("***"), told);
      assertFalse((line + told).contains("planted"), line);
      assertFalse((line + told).contains("hush"), line);
    }
  }

  @Test
  void noAddressOfAPersonIsSeen() {
    assertEquals(
        "2026-11-22T12:00:00.007Z INFO  event=x user=*** by=\"a *** b\" at=user@host\n",
        logfmt(
            "event=x user={} by=\"{}\" at={}",
            "ada@example.org",
            "a al.b+c@x.co.uk b",
            "user@host"));
  }

  @Test
  void anExceptionStaysOnItsLine() throws Exception {
    Exception thrown = new IOException("broken\npipe", new IllegalArgumentException("why"));

    String line = line(PipelineLog.Form.LOGFMT, event("event=broken", thrown));
    JsonNode told = json(event("event=broken", thrown));

    assertEquals(line.length() - 1, line.indexOf('\n'), line);
    String chain = "java.io.IOException: broken\npipe <- java.lang.IllegalArgumentException: why";
    assertTrue(line.contains("exception=\"" + chain.replace("\n", "\\n") + "\" at=\""), line);
    assertTrue(line.contains("EventEncoderTest.anExceptionStaysOnItsLine("), line);
    assertEquals(chain, told.path("exception").asText());
  }

  @Test
  void aMessageOfALibraryIsAFactOfItsOwn() throws Exception {
    String expected =
        "2026-11-22T12:00:00.007Z INFO  event=log from=gameday.pipeline.delivery.Courier message=";

    assertEquals(expected + "\"bound to a=b\"\n", logfmt("bound to {}", "a=b"));
    assertEquals(expected + "\"event=x y\"\n", logfmt("event=x y"));
    assertEquals(expected + "\"event={} key={}\"\n", logfmt("event={} key={}", new Object[0]));
    assertEquals("log", json(event("bound to {}", null, 7)).path("event").asText());
  }
}
