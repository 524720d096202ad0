package gameday.judge;

import gameday.evidence.Evidence;
import gameday.process.PipelinePart;
import java.util.List;
import java.util.stream.Stream;

/** What a run left out because the pipeline said that it doesn't know it. */
final class LeftOut {
  private LeftOut() {}

  /** A sentence for each part that makes a difference. */
  static List<String> of(Evidence evidence) {
    return evidence.lacking().stream().flatMap(part -> of(part, evidence)).toList();
  }

  private static Stream<String> of(PipelinePart part, Evidence evidence) {
    return switch (part) {
      case MOD_CHAT -> {
        int unplayed = evidence.unplayed().size();
        int all = unplayed + evidence.script().questions().size();
        yield Stream.of(
            "%s: %d of %d questions were not played".formatted(part.unknown(), unplayed, all));
      }
      case DEADLINES -> Stream.of(part.unknown() + ": none was expected to be kept");
      case GROUPING, EDITS, GRANTS, FILES -> Stream.empty();
    };
  }
}
