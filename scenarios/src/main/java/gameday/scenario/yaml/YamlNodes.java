package gameday.scenario.yaml;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** YAML text as nodes that know their place, within limits that keep a hostile file harmless. */
final class YamlNodes {
  static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 20;
  private static final int MOST_ALIASES = 10;

  private YamlNodes() {}

  /** The only document in {@code in}; null if there is none. */
  static Node compose(String name, Reader in) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_BYTES);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    limits.setAllowRecursiveKeys(false);
    List<Node> documents = new ArrayList<>();
    for (Node document : new Yaml(limits).composeAll(in)) {
      documents.add(document);
      if (documents.size() > 1) {
        throw new SecondDocumentException(document.getStartMark());
      }
    }
    return documents.isEmpty() ? null : documents.getFirst();
  }

  /** A file holds one scenario. */
  private static final class SecondDocumentException extends MarkedYAMLException {
    private static final long serialVersionUID = 1L;

    SecondDocumentException(Mark at) {
      super(null, null, "a second document; keep one scenario in a file", at);
    }
  }
}
