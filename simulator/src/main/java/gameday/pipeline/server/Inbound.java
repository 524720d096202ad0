package gameday.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads one product's webhooks. */
interface Inbound {
  /** What the pipeline learns from {@code body}; nothing from what doesn't concern it. */
  List<Arrival> read(JsonNode body);
}
