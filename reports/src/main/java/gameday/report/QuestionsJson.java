package gameday.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import gameday.measures.QuestionTimes;
import java.time.Duration;
import java.util.Optional;

/**
 * The page's table of questions as data: an array of arrays, in the order of the columns. Safe
 * inside a script element, since it holds none of the characters that could end one.
 */
final class QuestionsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TEXT = 120;

  private QuestionsJson() {}

  static String of(RunReport report) {
    var starts = report.scenario().event().starts();
    ArrayNode rows = MAPPER.createArrayNode();
    for (QuestionTimes times : report.measures().questions()) {
      var question = times.question();
      ArrayNode row = rows.addArray();
      row.add(Visible.line(question.id().value(), TEXT));
      row.add(Times.clock(starts, question.at()));
      row.add(Visible.line(question.asker().name(), TEXT));
      row.add(question.asker().audience().word());
      row.add(question.chat().word());
      row.add(Visible.line(question.topic(), TEXT));
      row.add(question.truth().word());
      row.add(Tally.words(times.end()));
      seconds(row, times.firstResponse());
      seconds(row, times.resolution());
      row.add(Visible.line(question.asker().email(), TEXT));
    }
    try {
      return inScript(MAPPER.writeValueAsString(rows));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private static void seconds(ArrayNode row, Optional<Duration> time) {
    time.map(Times::seconds).ifPresentOrElse(row::add, row::addNull);
  }

  /** These stand only inside JSON's strings, where an escape means the same. */
  static String inScript(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
