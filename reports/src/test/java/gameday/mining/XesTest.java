package gameday.mining;

import static gameday.rehearsed.Horizon.honest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.history.History;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class XesTest {
  private static String log(History history, Texts texts) throws IOException {
    StringWriter out = new StringWriter();
    Xes.write(Ocel2Test.evidence(history), texts, out);
    return out.toString();
  }

  private static void validate(String log) throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(XesTest.class.getResource("xes.xsd"))
            .newValidator();
    validator.validate(new StreamSource(new StringReader(log)));
  }

  private static Document parsed(String log) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
  }

  private static String attribute(Element of, String key) {
    for (Element one : children(of)) {
      if (one.getAttribute("key").equals(key)) {
        return one.getAttribute("value");
      }
    }
    return "";
  }

  private static List<Element> children(Element of) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = of.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static List<Element> traces(String log) throws Exception {
    return children(parsed(log).getDocumentElement()).stream()
        .filter(element -> element.getTagName().equals("trace"))
        .toList();
  }

  private static List<Element> events(Element trace) {
    return children(trace).stream().filter(e -> e.getTagName().equals("event")).toList();
  }

  @Test
  void aLogKeepsToTheSchema() throws Exception {
    for (Texts texts : Texts.values()) {
      validate(log(honest().history(), texts));
      validate(log(new History(List.of()), texts));
    }
  }

  @Test
  void theSchemaNoticesWhatDeparts() throws Exception {
    String log = log(honest().history(), Texts.KEPT);

    assertThrows(
        SAXException.class, () -> validate(log.replaceFirst("2026-11-21T", "yesterday at ")));
    assertThrows(SAXException.class, () -> validate(log.replaceFirst("<trace>", "<trace><x/>")));
  }

  @Test
  void thereIsATraceAQuestionWithAllItsEvents() throws Exception {
    Evidence evidence = Ocel2Test.evidence(honest().history());

    List<Element> traces = traces(log(honest().history(), Texts.KEPT));

    assertEquals(
        evidence.cases().stream().map(file -> file.id().value()).toList(),
        traces.stream().map(trace -> attribute(trace, "concept:name")).toList());
    assertEquals(
        evidence.cases().stream().map(CaseFile::entries).map(List::size).toList(),
        traces.stream().map(trace -> events(trace).size()).toList());
  }

  @Test
  void anEventSaysWhatWhenAndWho() throws Exception {
    Element answered = events(traces(log(honest().history(), Texts.KEPT)).get(1)).get(3);

    assertEquals("agent-replied", attribute(answered, "concept:name"));
    assertEquals("2026-11-21T09:01:30.000000Z", attribute(answered, "time:timestamp"));
    assertEquals("client-team-1", attribute(answered, "org:resource"));
    assertEquals("client-team", attribute(answered, "org:role"));
    assertEquals("complete", attribute(answered, "lifecycle:transition"));
    assertEquals("true", attribute(answered, "answers"));
  }

  @Test
  void hostileTextComesBackButForWhatXmlCannotHold() throws Exception {
    String hostile = "]]></event>\"'&lt;\u202E\n\t\r\u0000\u001b😀\uD83D" + "<b>".repeat(9_000);

    String log = log(Ocel2Test.asking(hostile), Texts.KEPT);

    validate(log);
    assertEquals(
        hostile
            .replace('\u0000', '\u2400')
            .replace('\u001b', '\u241b')
            .replace("\uD83D<", "\uFFFD<"),
        attribute(events(traces(log).getFirst()).getFirst(), "text"));
  }

  @Test
  void withoutTextsNothingPersonalIsLeft() throws Exception {
    String log = log(honest().history(), Texts.LEFT_OUT);

    Ocel2Test.assertNothingPersonal(log);
    assertTrue(log.contains("agent-replied"));
  }
}
