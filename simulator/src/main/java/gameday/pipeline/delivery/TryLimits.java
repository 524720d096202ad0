package gameday.pipeline.delivery;

/** When a courier looks, lets others pass, and gives up; the same in virtual time. */
public final class TryLimits {
  /** From then on a try begins with a look: does the product work, and not take this one? */
  public static final int WITHOUT_A_LOOK = 3;

  /** So often in a row not taken, though the product could be read, before others may pass. */
  public static final int UNWANTED = 5;

  /** So often not taken aside, though others were, before it is given up. */
  public static final int ASIDE = 5;

  /** So many at most have been tried in vain and let others pass. */
  public static final int MOST_ASIDE = 8;

  /** Tried but not settled before a restart: those aside, the first, and the next. */
  public static final int MOST_IN_DOUBT = MOST_ASIDE + 2;

  private TryLimits() {}
}
