package gameday.mocks.helpchat.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What somebody wrote, as HTML, which is what Intercom stores and shows, and as the text a reader
 * sees.
 */
record Body(String html, String text) {
  /** Ours; Intercom's own limit is not documented. */
  static final int MAX = 150_000;

  private static final Set<String> LINES =
      Set.of("p", "h1", "h2", "h3", "li", "pre", "div", "blockquote");
  private static final Safelist ALLOWED = Safelist.basic().addTags("div", "h1", "h2", "h3");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");

  /** What a person typed: one paragraph, every line end a line break. */
  static Body ofText(String text) {
    Document page = page();
    Element paragraph = page.body().appendElement("p");
    String[] lines = text.split("\n", -1);
    paragraph.appendChild(new TextNode(lines[0]));
    for (int i = 1; i < lines.length; i++) {
      paragraph.appendElement("br");
      paragraph.appendChild(new TextNode(lines[i]));
    }
    return new Body(page.body().html(), text);
  }

  /**
   * What the API was given: HTML, of which only harmless tags stay. Without any tag it is text
   * whose entities are read and whose line ends count.
   */
  static Body ofHtml(String html) {
    if (!TAG.matcher(html).find()) {
      return ofText(Parser.unescapeEntities(html, false));
    }
    Document page = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(html));
    plain(page);
    wrapStrayNodes(page.body());
    return new Body(page.body().html(), textOf(page.body()));
  }

  /** Whether a message may hold it. */
  boolean isAcceptable() {
    return !text.isBlank() && text.length() <= MAX && html.length() <= 8 * MAX;
  }

  private static Document page() {
    return plain(Document.createShell(""));
  }

  private static Document plain(Document page) {
    page.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    return page;
  }

  // Intercom shows nothing outside a block: text between blocks becomes a paragraph.
  private static void wrapStrayNodes(Element body) {
    List<Node> nodes = new ArrayList<>(body.childNodes());
    body.empty();
    Element paragraph = null;
    for (Node node : nodes) {
      boolean isBlock = node instanceof Element element && element.isBlock();
      if (isBlock) {
        body.appendChild(node);
        paragraph = null;
      } else if (paragraph != null || !isBlank(node)) {
        paragraph = paragraph == null ? body.appendElement("p") : paragraph;
        paragraph.appendChild(node);
      }
    }
  }

  private static String textOf(Element body) {
    List<StringBuilder> lines = new ArrayList<>();
    body.traverse(
        (node, depth) -> {
          if (node instanceof Element element && LINES.contains(element.normalName())) {
            if (isLine(element)) {
              lines.add(new StringBuilder());
            }
          } else if (node instanceof Element element && element.nameIs("br")) {
            if (!isEmptyLine(element)) {
              last(lines).append('\n');
            }
          } else if (node instanceof TextNode text && !isBetweenBlocks(text)) {
            last(lines).append(text.getWholeText());
          }
        });
    return String.join("\n", lines);
  }

  private static StringBuilder last(List<StringBuilder> lines) {
    if (lines.isEmpty()) {
      lines.add(new StringBuilder());
    }
    return lines.getLast();
  }

  // A block that only holds blocks is no line of its own.
  private static boolean isLine(Element element) {
    return element.childNodes().stream()
        .noneMatch(it -> it instanceof Element child && LINES.contains(child.normalName()));
  }

  // <p><br></p> is how editors write an empty line.
  private static boolean isEmptyLine(Element lineBreak) {
    Element parent = lineBreak.parent();
    return parent != null && parent.childNodeSize() == 1 && LINES.contains(parent.normalName());
  }

  private static boolean isBetweenBlocks(TextNode text) {
    Element parent = text.parent() instanceof Element element ? element : null;
    return text.isBlank()
        && (parent == null
            || parent.nameIs("body")
            || parent.nameIs("ul")
            || parent.nameIs("ol")
            || !isLine(parent));
  }

  private static boolean isBlank(Node node) {
    return node instanceof TextNode text && text.isBlank();
  }
}
