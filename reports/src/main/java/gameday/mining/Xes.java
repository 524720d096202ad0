package gameday.mining;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XES (IEEE 1849) with one trace a question, by the extensions concept, time, organizational and
 * lifecycle. What happened in a thread of several questions stands in the trace of each.
 */
public final class Xes {
  /** The file's name in a run folder. */
  public static final String FILE = "questions.xes";

  private final EventTime time;
  private final Texts texts;
  private final AttributeBreaks out;
  private final XMLStreamWriter xml;

  private Xes(Evidence evidence, Texts texts, AttributeBreaks out) throws XMLStreamException {
    this.time = new EventTime(evidence.clock());
    this.texts = texts;
    this.out = out;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
  }

  /**
   * Writes the whole log; {@code out} stays open.
   *
   * @throws IOException if {@code out} can't be written; part of the log may be there
   */
  public static void write(Evidence evidence, Texts texts, Writer out) throws IOException {
    try {
      new Xes(evidence, texts, new AttributeBreaks(out)).log(evidence);
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
    out.flush();
  }

  private void log(Evidence evidence) throws XMLStreamException, IOException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("log");
    xml.writeAttribute("xes.version", "1849.2016");
    xml.writeAttribute("xes.features", "");
    extension("Concept", "concept");
    extension("Time", "time");
    extension("Organizational", "org");
    extension("Lifecycle", "lifecycle");
    global("trace", List.of("concept:name"));
    global("event", List.of("concept:name", "org:resource", "org:role", "lifecycle:transition"));
    classifier("Activity", "concept:name");
    classifier("Resource", "org:resource");
    attribute("string", "concept:name", evidence.script().scenario());
    attribute("string", "lifecycle:model", "standard");
    for (CaseFile file : evidence.cases()) {
      trace(file);
    }
    end();
    xml.writeEndDocument();
    xml.flush();
  }

  private void extension(String name, String prefix) throws XMLStreamException, IOException {
    empty("extension");
    xml.writeAttribute("name", name);
    xml.writeAttribute("prefix", prefix);
    xml.writeAttribute("uri", "http://www.xes-standard.org/" + prefix + ".xesext");
  }

  private void global(String scope, List<String> keys) throws XMLStreamException, IOException {
    start("global");
    xml.writeAttribute("scope", scope);
    for (String key : keys) {
      attribute("string", key, "unknown");
    }
    if (scope.equals("event")) {
      attribute("date", "time:timestamp", "1970-01-01T00:00:00Z");
    }
    end();
  }

  private void classifier(String name, String keys) throws XMLStreamException, IOException {
    empty("classifier");
    xml.writeAttribute("name", name);
    xml.writeAttribute("scope", "event");
    xml.writeAttribute("keys", keys);
  }

  private void trace(CaseFile file) throws XMLStreamException, IOException {
    ScriptedQuestion question = file.question();
    start("trace");
    attribute("string", "concept:name", question.id().value());
    attribute(Attribute.CHAT, question.chat().word());
    attribute(Attribute.AUDIENCE, question.asker().audience().word());
    attribute(Attribute.TOPIC, question.topic());
    attribute(Attribute.TRUTH, question.truth().word());
    attribute(Attribute.INTENDED, time.of(question.at()));
    if (question.session().isPresent()) {
      attribute(Attribute.SESSION, question.session().get());
    }
    attribute(Attribute.EMAIL, question.asker().email());
    for (Entry entry : file.entries()) {
      event(entry);
    }
    end();
  }

  private void event(Entry entry) throws XMLStreamException, IOException {
    LoggedEvent event = LoggedEvent.of(entry);
    start("event");
    attribute("string", "concept:name", event.type().word());
    attribute("date", "time:timestamp", time.of(entry.atNanos()));
    attribute("string", "lifecycle:transition", "complete");
    attribute("string", "org:resource", event.resource());
    attribute("string", "org:role", event.role());
    attribute(Attribute.SEQUENCE, String.valueOf(entry.sequence()));
    attribute(Attribute.HARNESS_NANOS, String.valueOf(entry.atNanos()));
    List<Attribute> attributes = event.type().attributes();
    for (int i = 0; i < attributes.size(); i++) {
      attribute(attributes.get(i), event.values().get(i));
    }
    end();
  }

  private void attribute(Attribute attribute, String value) throws XMLStreamException, IOException {
    if (texts.keeps(attribute)) {
      attribute(attribute.xesElement(), attribute.word(), value);
    }
  }

  private void attribute(String element, String key, String value)
      throws XMLStreamException, IOException {
    empty(element);
    xml.writeAttribute("key", key);
    xml.writeAttribute("value", XmlText.of(value));
  }

  private void start(String element) throws XMLStreamException, IOException {
    line();
    xml.writeStartElement(element);
  }

  private void empty(String element) throws XMLStreamException, IOException {
    line();
    xml.writeEmptyElement(element);
  }

  private void end() throws XMLStreamException, IOException {
    line();
    xml.writeEndElement();
  }

  /** A line's end between elements, which passes by what guards those in attributes. */
  private void line() throws XMLStreamException, IOException {
    xml.writeCharacters("");
    xml.flush();
    out.line();
  }
}
