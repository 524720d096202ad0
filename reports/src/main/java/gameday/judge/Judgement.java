package gameday.judge;

import gameday.measures.Measures;
import gameday.verdict.Verdict;
import java.util.Optional;

/**
 * What a run is judged to be, and the figures that go with it.
 *
 * @param compressionWarning where compressing time has moved people's queues, with a speed that
 *     would not; response times are honest all the same
 */
public record Judgement(Verdict verdict, Measures measures, Optional<String> compressionWarning) {}
