package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few GraphQL documents that this API takes: one query or mutation, with arguments, variables
 * and selections; no fragments, no directives. Types are not checked here.
 *
 * @param mutation whether it changes anything
 * @param fields what it asks for, in order
 */
record GraphqlDocument(boolean mutation, List<Field> fields) {
  private static final int MAX_TOKENS = 5_000;
  private static final int MAX_DEPTH = 16;

  /** A field: its name in the answer, its own name, its arguments, what is wanted of it. */
  record Field(String alias, String name, ObjectNode arguments, List<Field> selection) {}

  /** What is wrong with a document. */
  static final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxError(String message) {
      super(message);
    }
  }

  static GraphqlDocument parse(String text, JsonNode variables) throws SyntaxError {
    return new Parser(tokens(text), variables).document();
  }

  // A block string, a string, a name, a number or a punctuator; the first group is skipped. Every
  // quantifier is possessive, so that no text takes long or needs a deep stack.
  private static final Pattern TOKEN =
      Pattern.compile(
          "((?:[\\s,\\uFEFF]++|#[^\\n\\r]*+)++)|\"\"\"(?:[^\"]++|\"(?!\"\"))*+\"\"\""
              + "|\"(?:[^\"\\\\\\n\\r]++|\\\\.)*+\"|[_A-Za-z][_0-9A-Za-z]*+"
              + "|-?[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+|[!$():=\\[\\]{}]");

  private static Deque<String> tokens(String text) throws SyntaxError {
    Deque<String> tokens = new ArrayDeque<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt() || tokens.size() >= MAX_TOKENS) {
        throw new SyntaxError("Syntax Error: Unexpected character at position " + at + ".");
      }
      if (matcher.group(1) == null) {
        tokens.add(matcher.group());
      }
      at = matcher.end();
    }
    return tokens;
  }

  private static final class Parser {
    private final Deque<String> tokens;
    private final ObjectNode variables = RequestJson.object();

    Parser(Deque<String> tokens, JsonNode given) {
      this.tokens = tokens;
      if (given instanceof ObjectNode object) {
        variables.setAll(object);
      }
    }

    GraphqlDocument document() throws SyntaxError {
      boolean mutation = "mutation".equals(tokens.peek());
      if (mutation || "query".equals(tokens.peek())) {
        tokens.remove();
        if (isName(tokens.peek())) {
          tokens.remove();
        }
        variableDefinitions();
      }
      List<Field> fields = selection(0);
      if (!tokens.isEmpty()) {
        throw unexpected(tokens.peek());
      }
      return new GraphqlDocument(mutation, fields);
    }

    private void variableDefinitions() throws SyntaxError {
      if (!taken("(")) {
        return;
      }
      while (!taken(")")) {
        expect("$");
        String name = name();
        expect(":");
        while (taken("[")) {
          continue;
        }
        name();
        while (taken("!") || taken("]")) {
          continue;
        }
        if (taken("=")) {
          JsonNode fallback = value(0);
          variables.putIfAbsent(name, fallback);
        }
      }
    }

    private List<Field> selection(int depth) throws SyntaxError {
      checkDepth(depth);
      expect("{");
      List<Field> fields = new ArrayList<>();
      while (!taken("}")) {
        String alias = name();
        String name = taken(":") ? name() : alias;
        ObjectNode arguments = taken("(") ? fields(")", depth) : RequestJson.object();
        List<Field> inner = "{".equals(tokens.peek()) ? selection(depth + 1) : List.of();
        fields.add(new Field(alias, name, arguments, inner));
      }
      return fields;
    }

    private ObjectNode fields(String end, int depth) throws SyntaxError {
      ObjectNode object = RequestJson.object();
      while (!taken(end)) {
        String name = name();
        expect(":");
        object.set(name, value(depth + 1));
      }
      return object;
    }

    private JsonNode value(int depth) throws SyntaxError {
      checkDepth(depth);
      String token = next();
      return switch (token) {
        case "{" -> fields("}", depth);
        case "[" -> array(depth);
        case "$" -> Optional.ofNullable(variables.get(name())).orElse(RequestJson.tree(null));
        default -> scalar(token);
      };
    }

    private ArrayNode array(int depth) throws SyntaxError {
      ArrayNode array = RequestJson.object().putArray("values");
      while (!taken("]")) {
        array.add(value(depth + 1));
      }
      return array;
    }

    private static JsonNode scalar(String token) throws SyntaxError {
      if (token.startsWith("\"\"\"")) {
        return RequestJson.tree(token.substring(3, token.length() - 3).strip());
      }
      if (isName(token) && !List.of("true", "false", "null").contains(token)) {
        return RequestJson.tree(token); // an enum
      }
      return RequestJson.read(token).orElseThrow(() -> unexpected(token));
    }

    private String name() throws SyntaxError {
      String token = next();
      if (!isName(token)) {
        throw unexpected(token);
      }
      return token;
    }

    private void expect(String token) throws SyntaxError {
      String found = next();
      if (!found.equals(token)) {
        throw unexpected(found);
      }
    }

    private boolean taken(String token) {
      boolean there = token.equals(tokens.peek());
      if (there) {
        tokens.remove();
      }
      return there;
    }

    private String next() throws SyntaxError {
      if (tokens.isEmpty()) {
        throw new SyntaxError("Syntax Error: Unexpected <EOF>.");
      }
      return tokens.remove();
    }

    private static boolean isName(String token) {
      return token != null && token.matches("[_A-Za-z][_0-9A-Za-z]*+");
    }

    private static void checkDepth(int depth) throws SyntaxError {
      if (depth > MAX_DEPTH) {
        throw new SyntaxError("Syntax Error: Document is nested too deeply.");
      }
    }

    private static SyntaxError unexpected(String token) {
      String shown = token.length() > 40 ? token.substring(0, 40) : token;
      return new SyntaxError("Syntax Error: Unexpected " + shown + ".");
    }
  }
}
