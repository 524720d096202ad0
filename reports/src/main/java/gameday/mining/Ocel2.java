package gameday.mining;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.history.Entry;
import gameday.process.Chat;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * OCEL 2.0 in JSON, by the format's specification (arXiv 2403.01975, section 8). All values are
 * strings, as its schema has them; their types are declared.
 */
public final class Ocel2 {
  /** The file's name in a run folder. */
  public static final String FILE = "ocel2.json";

  /** What holds from the beginning is dated so, as in the specification's own example. */
  private static final String ALWAYS = "1970-01-01T00:00:00Z";

  private final Evidence evidence;
  private final Texts texts;
  private final EventTime time;
  private final Cast cast;
  private final JsonGenerator json;

  private Ocel2(Evidence evidence, Texts texts, JsonGenerator json) {
    this.evidence = evidence;
    this.texts = texts;
    this.json = json;
    this.time = new EventTime(evidence.clock());
    this.cast = new Cast(evidence);
  }

  /**
   * Writes the whole log; {@code out} stays open.
   *
   * @throws IOException if {@code out} can't be written; part of the log may be there
   */
  public static void write(Evidence evidence, Texts texts, Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      new Ocel2(evidence, texts, json).log();
    }
  }

  private void log() throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("objectTypes");
    for (ObjectType type : ObjectType.values()) {
      declare(type.word(), List.of(), type.attributes());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("eventTypes");
    for (EventType type : EventType.values()) {
      declare(type.word(), List.of(Attribute.SEQUENCE, Attribute.HARNESS_NANOS), type.attributes());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("objects");
    objects();
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    for (Entry entry : evidence.history().entries()) {
      event(entry);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void declare(String name, List<Attribute> first, List<Attribute> attributes)
      throws IOException {
    line();
    json.writeStringField("name", name);
    json.writeArrayFieldStart("attributes");
    for (List<Attribute> some : List.of(first, attributes)) {
      for (Attribute attribute : some) {
        if (texts.keeps(attribute)) {
          json.writeStartObject();
          json.writeStringField("name", attribute.word());
          json.writeStringField("type", attribute.ocelType());
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Each object and event begins a line of its own, so that people can search in the file. */
  private void line() throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
  }

  private void objects() throws IOException {
    begin(ObjectType.PIPELINE.word(), ObjectType.PIPELINE);
    end(List.of());
    for (Cast.Person person : cast.others.values()) {
      person(person);
    }
    for (Cast.Person person : cast.staff.values()) {
      person(person);
    }
    for (Cast.Question question : cast.questions.values()) {
      question(question);
    }
    for (Map.Entry<String, Chat> conversation : cast.conversations.entrySet()) {
      begin(conversation.getKey(), ObjectType.CONVERSATION);
      value(Attribute.CHAT, conversation.getValue().word(), ALWAYS);
      end(List.of());
    }
    for (Map.Entry<String, Issue> issue : cast.issues.entrySet()) {
      begin(ObjectType.ISSUE.id(issue.getKey()), ObjectType.ISSUE);
      value(Attribute.CHANNEL, issue.getValue().root().what().channel(), ALWAYS);
      value(Attribute.TS, issue.getValue().root().what().ts(), ALWAYS);
      end(issue.getValue().ids().stream().map(Ocel2::about).toList());
    }
    for (Entry entry : evidence.history().entries()) {
      message(entry);
    }
  }

  private static Link about(QuestionId id) {
    return new Link(Qualifier.ABOUT, ObjectType.QUESTION, ObjectType.QUESTION.id(id.value()));
  }

  private void person(Cast.Person person) throws IOException {
    begin(person.id(), ObjectType.PERSON);
    value(Attribute.ROLE, person.role(), ALWAYS);
    if (person.asker().isPresent()) {
      value(Attribute.AUDIENCE, person.asker().get().audience().word(), ALWAYS);
      value(Attribute.NAME, person.asker().get().name(), ALWAYS);
    }
    if (person.email().isPresent()) {
      value(Attribute.EMAIL, person.email().get(), ALWAYS);
    }
    end(List.of());
  }

  private void question(Cast.Question question) throws IOException {
    begin(ObjectType.QUESTION.id(question.id().value()), ObjectType.QUESTION);
    if (question.script().isPresent()) {
      ScriptedQuestion script = question.script().get();
      value(Attribute.CHAT, script.chat().word(), ALWAYS);
      value(Attribute.AUDIENCE, script.asker().audience().word(), ALWAYS);
      value(Attribute.TOPIC, script.topic(), ALWAYS);
      if (script.session().isPresent()) {
        value(Attribute.SESSION, script.session().get(), ALWAYS);
      }
      value(Attribute.PAGE, script.page(), ALWAYS);
      value(Attribute.TRUTH, script.truth().word(), ALWAYS);
      value(Attribute.INTENDED, time.of(script.at()), ALWAYS);
      value(Attribute.ISSUE, script.issue(), ALWAYS);
      value(Attribute.ANSWER, script.answer(), ALWAYS);
    }
    List<Link> links = new ArrayList<>();
    cast.asker(question.id())
        .ifPresent(p -> links.add(new Link(Qualifier.BY, ObjectType.PERSON, p.id())));
    String conversation = cast.conversationOf.get(question.id());
    if (conversation != null) {
      links.add(new Link(Qualifier.IN, ObjectType.CONVERSATION, conversation));
    }
    end(links);
  }

  private void message(Entry entry) throws IOException {
    Set<Link> links = Relations.of(cast, entry);
    if (links.stream().noneMatch(link -> link.qualifier() == Qualifier.WRITES)) {
      return;
    }
    LoggedEvent event = LoggedEvent.of(entry);
    String written = time.of(entry.atNanos());
    begin(ObjectType.MESSAGE.id(String.valueOf(entry.sequence())), ObjectType.MESSAGE);
    value(Attribute.MEDIUM, event.type() == EventType.SLACK_POSTED ? "slack" : "chat", written);
    value(Attribute.TEXT, text(event), written);
    for (Entry edit : cast.edits.getOrDefault(entry.sequence(), List.of())) {
      value(Attribute.TEXT, text(LoggedEvent.of(edit)), time.of(edit.atNanos()));
    }
    end(Relations.ofMessage(links));
  }

  private static String text(LoggedEvent event) {
    return event.values().get(event.type().attributes().indexOf(Attribute.TEXT));
  }

  private void event(Entry entry) throws IOException {
    LoggedEvent event = LoggedEvent.of(entry);
    line();
    json.writeStringField("id", "event:" + entry.sequence());
    json.writeStringField("type", event.type().word());
    json.writeStringField("time", time.of(entry.atNanos()));
    json.writeArrayFieldStart("attributes");
    ofEvent(Attribute.SEQUENCE, String.valueOf(entry.sequence()));
    ofEvent(Attribute.HARNESS_NANOS, String.valueOf(entry.atNanos()));
    List<Attribute> attributes = event.type().attributes();
    for (int i = 0; i < attributes.size(); i++) {
      ofEvent(attributes.get(i), event.values().get(i));
    }
    json.writeEndArray();
    relationships(Relations.of(cast, entry));
    json.writeEndObject();
  }

  private void ofEvent(Attribute attribute, String value) throws IOException {
    if (texts.keeps(attribute)) {
      json.writeStartObject();
      json.writeStringField("name", attribute.word());
      json.writeStringField("value", value);
      json.writeEndObject();
    }
  }

  private void begin(String id, ObjectType type) throws IOException {
    line();
    json.writeStringField("id", id);
    json.writeStringField("type", type.word());
    json.writeArrayFieldStart("attributes");
  }

  private void value(Attribute attribute, String value, String since) throws IOException {
    if (texts.keeps(attribute)) {
      json.writeStartObject();
      json.writeStringField("name", attribute.word());
      json.writeStringField("value", value);
      json.writeStringField("time", since);
      json.writeEndObject();
    }
  }

  private void end(List<Link> links) throws IOException {
    json.writeEndArray();
    relationships(links);
    json.writeEndObject();
  }

  private void relationships(Collection<Link> links) throws IOException {
    json.writeArrayFieldStart("relationships");
    for (Link link : links) {
      json.writeStartObject();
      json.writeStringField("objectId", link.objectId());
      json.writeStringField("qualifier", link.qualifier().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
