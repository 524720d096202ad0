package gameday.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds what went to and fro at a pipeline's door against the contract. */
final class Held {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenApi contract;
  private final String provider;

  /**
   * @param provider which Help chat signs
   */
  Held(OpenApi contract, String provider) {
    this.contract = contract;
    this.provider = provider;
  }

  /** What departs from the contract, a sentence each. */
  List<String> departures(List<Between.Exchange> exchanges) {
    return exchanges.stream().flatMap(one -> departures(one).stream()).distinct().toList();
  }

  /** What departs from it in the answers alone, whatever was asked. */
  List<String> departuresOfAnswers(List<Between.Exchange> exchanges) {
    List<String> found = new ArrayList<>();
    exchanges.forEach(one -> answer(operation(one), one, found));
    return found;
  }

  private static String operation(Between.Exchange exchange) {
    return "/paths/%s/%s"
        .formatted(exchange.path().replace("/", "~1"), exchange.method().toLowerCase(Locale.ROOT));
  }

  private List<String> departures(Between.Exchange exchange) {
    String at = operation(exchange);
    if (contract.at(at).isMissingNode()) {
      return List.of("no operation for " + exchange.method() + " " + exchange.path());
    }
    List<String> found = new ArrayList<>();
    headers(at, exchange, found);
    if (exchange.method().equals("POST")) {
      request(at, exchange, found);
    }
    answer(at, exchange, found);
    String where = exchange.method() + " " + exchange.path() + ": ";
    return found.stream().map(where::concat).toList();
  }

  private void headers(String at, Between.Exchange exchange, List<String> found) {
    for (JsonNode reference : contract.at(at + "/parameters")) {
      String pointer = reference.path("$ref").asText().substring(1);
      JsonNode parameter = contract.at(pointer);
      boolean applies = isOurs(parameter) && !parameter.path("x-provider").isMissingNode();
      boolean required = parameter.path("required").asBoolean() || applies;
      check(parameter, pointer + "/schema", required, exchange, found);
    }
    boolean signed = contract.at(at + "/security").isEmpty();
    for (JsonNode alternative : contract.at(at + "/security")) {
      for (String name : (Iterable<String>) alternative::fieldNames) {
        JsonNode scheme = contract.at("/components/securitySchemes/" + name);
        if (isOurs(scheme)) {
          String value = header(scheme, exchange).orElse("");
          signed |= value.matches(scheme.path("x-pattern").asText());
        }
      }
    }
    if (!signed) {
      found.add("it is not signed as it should be");
    }
  }

  private boolean isOurs(JsonNode about) {
    return about.path("x-provider").asText(provider).equals(provider);
  }

  private static Optional<String> header(JsonNode about, Between.Exchange exchange) {
    String name = about.path("name").asText().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(exchange.headers().get(name));
  }

  private void check(
      JsonNode parameter,
      String schema,
      boolean required,
      Between.Exchange exchange,
      List<String> found) {
    Optional<String> value = header(parameter, exchange);
    if (value.isEmpty() && required) {
      found.add("header " + parameter.path("name").asText() + " is missing");
    }
    value.ifPresent(text -> found.addAll(contract.faultsAt(schema, TextNode.valueOf(text))));
  }

  private void request(String at, Between.Exchange exchange, List<String> found) {
    String type = mediaType(exchange.headers().getOrDefault("content-type", ""));
    String schema = at + "/requestBody/content/" + type.replace("/", "~1") + "/schema";
    if (contract.at(schema).isMissingNode()) {
      found.add("a body of type '" + type + "'");
      return;
    }
    String text = new String(exchange.body(), StandardCharsets.UTF_8);
    boolean form = type.equals("application/x-www-form-urlencoded");
    JsonNode body = form ? form(text) : json(text);
    JsonNode choices = contract.at(schema + "/oneOf");
    found.addAll(
        exchange.path().equals(PipelinePath.HELP_CHAT)
            ? contract.faults(helpChatSchema(), body)
            : contract.faultsAt(schema, body));
    if (choices.isMissingNode() && form) {
      found.add("forms are of two kinds");
    }
    if (form && body.has("payload")) {
      found.addAll(contract.faults("SlackInteraction", json(body.path("payload").asText())));
    }
  }

  /** Of the products' schemas only this one fits. */
  private String helpChatSchema() {
    return switch (provider) {
      case "chatwoot" -> "ChatwootEvent";
      case "smartloop" -> "SmartloopEvent";
      case "intercom" -> "IntercomNotification";
      default -> throw new IllegalArgumentException(provider);
    };
  }

  private void answer(String at, Between.Exchange exchange, List<String> found) {
    Optional<String> documented =
        List.of(Integer.toString(exchange.status()), exchange.status() / 100 + "XX", "default")
            .stream()
            .map(status -> at + "/responses/" + status)
            .filter(pointer -> !contract.at(pointer).isMissingNode())
            .findFirst();
    if (documented.isEmpty()) {
      found.add("an answer " + exchange.status());
    } else if (exchange.answer().length > 0) {
      String type = mediaType(exchange.contentType());
      String schema = documented.get() + "/content/" + type.replace("/", "~1") + "/schema";
      String text = new String(exchange.answer(), StandardCharsets.UTF_8);
      JsonNode value = type.equals("application/json") ? json(text) : TextNode.valueOf(text);
      found.addAll(
          contract.at(schema).isMissingNode()
              ? List.of("an answer " + exchange.status() + " of type '" + type + "'")
              : contract.faultsAt(schema, value));
    }
  }

  private static String mediaType(String header) {
    return header.split(";")[0].strip();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException garbled) {
      throw new AssertionError(text, garbled);
    }
  }

  static ObjectNode form(String text) {
    ObjectNode form = JSON.createObjectNode();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }
}
