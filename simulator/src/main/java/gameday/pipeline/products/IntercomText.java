package gameday.pipeline.products;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Intercom's bodies are HTML; the core knows text only. */
final class IntercomText {
  private IntercomText() {}

  /** One paragraph that shows {@code text} as it is, line ends included. */
  static String html(String text) {
    Document page = Document.createShell("");
    page.outputSettings().prettyPrint(false);
    Element paragraph = page.body().appendElement("p");
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        paragraph.appendElement("br");
      }
      paragraph.appendChild(new TextNode(lines[i]));
    }
    return page.body().html();
  }

  /** What a reader of {@code html} sees, a line for each paragraph. */
  static String text(String html) {
    List<String> lines = new ArrayList<>();
    for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
      if (node instanceof Element element) {
        lines.add(element.wholeText());
      } else if (node instanceof TextNode text && !text.isBlank()) {
        lines.add(text.getWholeText());
      }
    }
    return String.join("\n", lines);
  }
}
