package gameday.live;

import gameday.history.Happening.RunEnded.Reason;
import java.nio.file.Path;

/**
 * How a rehearsal ended.
 *
 * @param reason as in the history's last entry
 * @param detail a sentence
 * @param history the history's file, whole and closed
 */
public record LiveOutcome(Reason reason, String detail, Path history) {}
