package gameday.scenario.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * A kind of value: how it is read from the text of a YAML scalar, and what its JSON Schema is.
 *
 * @param schema its JSON Schema, without a description
 * @param reading reads a scalar's text; throws {@link BadValueException}
 * @param example a valid text, for messages and the schema
 */
record Kind<T>(ObjectNode schema, Function<String, T> reading, String example) {
  T read(String text) {
    return reading.apply(text);
  }

  /** A value to go on with where there is none to be had. */
  T standIn() {
    return read(example);
  }

  /** The same with another example. */
  Kind<T> like(String otherExample) {
    return new Kind<>(schema, reading, otherExample);
  }
}
