package gameday.pipeline.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import gameday.pipeline.Effect;
import gameday.pipeline.Signal;

/** The core's values as JSON in the database; the core itself knows no JSON. */
final class StoredJson {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .addMixIn(Signal.class, Typed.class)
          .addMixIn(Effect.class, Typed.class);

  private static final ObjectWriter ASCII = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  static {
    name(Signal.class);
    name(Effect.class);
  }

  private StoredJson() {}

  private static void name(Class<?> choice) {
    for (Class<?> permitted : choice.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        name(permitted);
      } else {
        JSON.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
  }

  static String write(Object value) {
    try {
      String json = JSON.writeValueAsString(value);
      // Half a surrogate pair must come back as it was said, or a replay decides otherwise.
      return StoredKey.isWellFormed(json) ? json : ASCII.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("can't write " + value.getClass(), e);
    }
  }

  static Signal signal(String json) {
    return read(json, Signal.class);
  }

  static Effect effect(String json) {
    return read(json, Effect.class);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds no " + type.getSimpleName(), e);
    }
  }
}
