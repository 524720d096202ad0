package gameday.slices;

import java.util.Locale;

/**
 * Names as numbers of 64 bits, the lowest three of which say what a name is for. The same name is
 * the same number; two names hardly ever are, and nothing is wrong if they are.
 */
final class Names {
  /** The line belongs to whatever has this name. */
  static final int TIED = 0;

  /** The line is an answer in these words. */
  static final int ANSWER = 1;

  /** The pipeline wrote these words, which may be an answer. */
  static final int WRITTEN = 2;

  /** The pipeline wrote this line into the Help chat, which may be a user's. */
  static final int LINE = 3;

  /** The line is about whoever has this e-mail address. */
  static final int EMAIL = 4;

  /** The line opens an issue by hand, which names people; the name says nothing. */
  static final int BY_HAND = 5;

  /** The line tells that a webhook about this conversation arrived. */
  static final int HEARD = 6;

  private static final int USES = 7;
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private Names() {}

  static long question(String id) {
    return of('q', id, "");
  }

  static long thread(String channel, String ts) {
    return of('t', ts, channel);
  }

  static long conversation(String id) {
    return of('c', id, "");
  }

  static long words(String text) {
    return of('w', text, "");
  }

  static long person(String email) {
    return of('p', email, "");
  }

  /** Whom a Mod chat is to let in, or has; addresses are the same in capitals. */
  static long door(String email) {
    return of('d', email.toLowerCase(Locale.ROOT), "");
  }

  static long used(long name, int use) {
    return name & ~USES | use;
  }

  static int use(long name) {
    return (int) name & USES;
  }

  private static long of(char kind, String one, String other) {
    long hash = mixed(kind, one);
    return used(other.isEmpty() ? hash : mixed(hash, other), TIED);
  }

  /** A product for each character, and a last stir as in SplitMix64. */
  private static long mixed(long seed, String text) {
    long hash = seed * ODD + text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * ODD;
      hash ^= hash >>> 32;
    }
    hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
    return hash ^ hash >>> 31;
  }
}
