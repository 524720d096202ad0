package gameday.mocks.modchat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Ids in paths. */
final class Paths {
  private Paths() {}

  static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part; // no valid escape: taken as it stands, and not found
    }
  }
}
