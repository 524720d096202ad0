package gameday.pipeline.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys as both databases can keep and index them. Keys are made of ids that come from outside:
 * PostgreSQL takes no NUL and no index entry above 2.7 kB, and half a surrogate pair would come
 * back as another character.
 */
public final class StoredKey {
  private static final int LONGEST = 500;

  private StoredKey() {}

  /** {@code key} itself, or a digest that stands for it. */
  public static String of(String key) {
    return key.length() <= LONGEST && key.indexOf('\0') < 0 && isWellFormed(key)
        ? key
        : "sha256:" + digest(key);
  }

  /** Whether {@code text} survives being written as UTF-8. */
  static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String digest(String key) {
    try {
      // Not getBytes: in every charset that makes the same of one half of a pair and another.
      ByteBuffer exact = ByteBuffer.allocate(2 * key.length());
      exact.asCharBuffer().put(key);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(exact.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
