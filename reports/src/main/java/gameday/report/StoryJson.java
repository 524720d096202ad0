package gameday.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.measures.Part;
import gameday.measures.QuestionTimes;
import gameday.scenario.Scenario;
import gameday.script.ScriptedQuestion;
import gameday.story.Lane;
import gameday.story.Row;
import gameday.story.SequencePicture;
import gameday.story.Story;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code gameday explain --json} prints: times in seconds of event time, texts whole and raw.
 */
public final class StoryJson {
  private static final String SCHEMA = "gameday/story/1";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private StoryJson() {}

  /** A question's story. */
  public static String of(Story story, Scenario scenario) {
    ObjectNode node = MAPPER.createObjectNode().put("schema", SCHEMA);
    question(node.putObject("question"), story.question(), scenario);
    ArrayNode expected = node.putArray("expected");
    story
        .expected()
        .forEach(
            leg ->
                expected
                    .addObject()
                    .put("move", Account.word(leg.move()))
                    .put("leadsTo", Account.word(leg.stage())));
    ArrayNode threads = node.putArray("threads");
    story
        .threads()
        .forEach(
            thread ->
                threads
                    .addObject()
                    .put("channel", thread.channel())
                    .put("ts", thread.ts())
                    .put("others", thread.others()));
    picture(node.putObject("picture"), story.picture());
    ArrayNode cases = node.putArray("rules");
    for (Story.Case one : story.cases()) {
      ObjectNode rule = cases.addObject().put("rule", one.rule());
      ArrayNode findings = rule.put("sentence", one.sentence()).putArray("findings");
      one.findings().forEach(finding -> violation(findings.addObject(), finding));
    }
    story.times().ifPresent(times -> times(node.putObject("times"), times));
    return written(node);
  }

  /** One violation that names no question. */
  public static String of(Violation violation, Optional<SequencePicture> picture) {
    ObjectNode node = MAPPER.createObjectNode().put("schema", SCHEMA);
    violation(node.putObject("violation").put("rule", violation.rule()), violation);
    picture.ifPresent(drawn -> picture(node.putObject("picture"), drawn));
    return written(node);
  }

  /** What was violated. */
  public static String of(List<RuleVerdict> rules) {
    ObjectNode node = MAPPER.createObjectNode().put("schema", SCHEMA);
    ArrayNode violated = node.putArray("violated");
    for (RuleVerdict rule : rules) {
      if (!rule.violations().isEmpty()) {
        ArrayNode all = violated.addObject().put("rule", rule.rule()).putArray("violations");
        rule.violations().forEach(each -> violation(all.addObject(), each));
      }
    }
    return written(node);
  }

  private static void question(ObjectNode node, ScriptedQuestion question, Scenario scenario) {
    node.put("id", question.id().value())
        .put("asker", question.asker().name())
        .put("email", question.asker().email())
        .put("audience", question.asker().audience().word())
        .put("chat", question.chat().word())
        .put("topic", question.topic())
        .put("page", question.page())
        .put("truth", question.truth().word())
        .put("at", Times.seconds(question.at()))
        .put("time", Times.clock(scenario.event().starts(), question.at()))
        .put("answer", question.answer());
    question.session().ifPresent(session -> node.put("session", session));
    question.messages().forEach(line -> node.withArrayProperty("messages").add(line.text()));
  }

  private static void picture(ObjectNode node, SequencePicture picture) {
    ArrayNode lanes = node.putArray("lanes");
    picture.lanes().forEach(lane -> lanes.add(word(lane)));
    ArrayNode rows = node.putArray("rows");
    for (Row row : picture.rows()) {
      ObjectNode each = rows.addObject().put("kind", Account.word(row.kind()));
      row.sequence().ifPresent(number -> each.put("sequence", number));
      each.put("at", Times.seconds(row.at()))
          .put("since", Times.seconds(row.since()))
          .put("time", row.clock())
          .put("from", word(row.from()))
          .put("to", word(row.to()))
          .put("words", row.words())
          .put("text", row.text())
          .put("witness", row.witness());
    }
  }

  private static String word(Lane lane) {
    return lane.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void violation(ObjectNode node, Violation violation) {
    violation.question().ifPresent(id -> node.put("question", id.value()));
    node.put("blame", violation.blame().word()).put("sentence", violation.sentence());
    ArrayNode witnesses = node.putArray("witnesses");
    violation.witnesses().forEach(entry -> witnesses.add(entry.sequence()));
  }

  private static void times(ObjectNode node, QuestionTimes times) {
    node.put("end", Account.word(times.end()));
    times.firstResponse().ifPresent(t -> node.put("firstResponse", Times.seconds(t)));
    times.firstHumanResponse().ifPresent(t -> node.put("firstHumanResponse", Times.seconds(t)));
    times.resolution().ifPresent(t -> node.put("resolution", Times.seconds(t)));
    times.escalation().ifPresent(t -> node.put("escalation", Times.seconds(t)));
    ObjectNode parts = node.putObject("parts");
    for (Part part : Part.values()) {
      Duration time = times.parts().getOrDefault(part, Duration.ZERO);
      parts.put(Account.word(part), Times.seconds(time));
    }
  }

  private static String written(ObjectNode node) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }
}
