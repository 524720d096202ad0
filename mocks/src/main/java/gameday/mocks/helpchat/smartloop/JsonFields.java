package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;

/** Reads the fields of threads and messages, which are JSON already. */
final class JsonFields {
  static final DataFetcher<Object> FETCHER =
      environment ->
          value(environment.<JsonNode>getSource().path(environment.getField().getName()));

  private JsonFields() {}

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.asText();
      case BOOLEAN -> node.asBoolean();
      case NUMBER -> node.numberValue();
      case NULL, MISSING -> null;
      case ARRAY -> node.valueStream().map(JsonFields::value).toList();
      case OBJECT, BINARY, POJO -> node;
    };
  }
}
