package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;

/** Reads the fields of what is JSON already. */
final class JsonFields {
  /** Of messages and capabilities. */
  static final DataFetcher<Object> OF_JSON =
      call -> value(call.<JsonNode>getSource().path(call.getField().getName()));

  /** Of threads, all but their messages. */
  static final DataFetcher<Object> OF_THREAD =
      call -> value(call.<ThreadView>getSource().fields().path(call.getField().getName()));

  /** A thread's messages. */
  static final DataFetcher<Object> MESSAGES =
      call -> Budget.spend(call, call.<ThreadView>getSource().messages());

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
