package gameday.mocks.intruder;

import java.util.Locale;

/** What an intruder tries. */
public enum Trick {
  /** Forged, without a signature. */
  UNSIGNED,
  /** Forged, with a signature that is none. */
  WRONGLY_SIGNED,
  /** Forged and signed as the product would have, but long ago. */
  STALE,
  /** A genuine request, byte for byte, while its signature is still believed. */
  REPLAYED,
  /** The same after that. */
  REPLAYED_LATE;

  /** The word for the record, such as {@code wrongly-signed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
