package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.record.Arrival;
import java.io.IOException;
import java.util.List;

/** Reads one product's webhooks. */
public interface Inbound {
  /**
   * What the pipeline learns from {@code body}; nothing from what doesn't concern it.
   *
   * @throws IOException if that can't be told now
   */
  List<Arrival> read(JsonNode body) throws IOException, InterruptedException;
}
