package gameday.measures;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything measured of one run.
 *
 * @param questions every question of the script, in order
 * @param table response times by audience, chat and tier, for people to read
 * @param meanParts mean time per part over the answered questions that were escalated and those
 *     that were not
 * @param pipelineAck how long the pipeline took to acknowledge webhooks and events
 * @param generatorLag how much later than intended questions were sent, machine time
 * @param occupancy per person of the staff, busy time over time on shift, 0 to 1
 */
public record Measures(
    List<QuestionTimes> questions,
    List<Row> table,
    Map<String, Map<Part, Duration>> meanParts,
    Distribution pipelineAck,
    Distribution generatorLag,
    Map<String, Double> occupancy) {
  /**
   * One row of the table.
   *
   * @param scope such as {@code speaker, mod-chat, csm}; "all" for everything
   * @param measure such as {@code first response}
   */
  public record Row(String scope, String measure, Distribution distribution) {}
}
