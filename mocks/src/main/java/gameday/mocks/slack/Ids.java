package gameday.mocks.slack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Ids and secrets that look like Slack's and are the same in every run with the same names. */
public final class Ids {
  private static final int DIGITS = 10;

  private Ids() {}

  /** Such as {@code U0K3J9ZQ4XA}: a letter and ten capitals or digits drawn from {@code name}. */
  public static String of(String letter, String name) {
    var digits = new BigInteger(1, digest(letter + name)).toString(36).toUpperCase(Locale.ROOT);
    return letter + digits.substring(digits.length() - DIGITS);
  }

  /** 32 hexadecimal digits drawn from {@code name}. */
  public static String hex(String name) {
    return HexFormat.of().formatHex(digest(name), 0, 16);
  }

  private static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
