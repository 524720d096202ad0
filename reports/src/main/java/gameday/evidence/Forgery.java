package gameday.evidence;

import gameday.history.Happening.SlackPosted;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an intruder's requests hold and nothing genuine does. What the pipeline makes of a forgery
 * is about no question of the script, whomever it names.
 */
public final class Forgery {
  /** The mark of one forgery. */
  public static final Pattern MARK = Pattern.compile("forged-[0-9a-f]{8}");

  private Forgery() {}

  static boolean isIn(String text) {
    return MARK.matcher(text).find();
  }

  static SlackPosted ofNobody(SlackPosted posted) {
    return new SlackPosted(
        posted.channel(),
        posted.ts(),
        posted.threadTs(),
        posted.author(),
        posted.text(),
        List.of());
  }
}
