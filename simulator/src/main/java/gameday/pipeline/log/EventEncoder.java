package gameday.pipeline.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Writes an event as one line. Values are redacted first and escaped after, so that a secret can't
 * hide in an escape, and nothing from outside ends a line or a quotation.
 */
public final class EventEncoder extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] NOTHING = {};

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Redaction redaction =
        context.getObject(PipelineLog.REDACTION) instanceof Redaction told
            ? told
            : Redaction.OF_NOTHING;
    boolean asJson = context.getObject(PipelineLog.FORM) == PipelineLog.Form.JSON;
    Map<String, Object> fields = Facts.of(event);
    fields.replaceAll(
        (name, value) -> value instanceof String text ? redaction.apply(text) : value);
    String time = TIME.format(Instant.ofEpochMilli(event.getTimeStamp()));
    String line = asJson ? json(time, event, fields) : logfmt(time, event, fields);
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String logfmt(String time, ILoggingEvent event, Map<String, Object> fields) {
    StringBuilder line = new StringBuilder(time);
    line.append(' ').append("%-5s".formatted(event.getLevel()));
    fields.forEach(
        (name, value) -> line.append(' ').append(name).append('=').append(LogfmtText.of(value)));
    return line.toString();
  }

  private static String json(String time, ILoggingEvent event, Map<String, Object> fields) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("time", time).put("level", event.getLevel().toString());
    fields.forEach(
        (name, value) -> {
          switch (value) {
            case Long number -> node.put(name, number);
            case Integer number -> node.put(name, number);
            case Double number -> node.put(name, number);
            case Boolean truth -> node.put(name, truth);
            default -> node.put(name, value.toString());
          }
        });
    return node.put("logger", event.getLoggerName()).toString();
  }
}
