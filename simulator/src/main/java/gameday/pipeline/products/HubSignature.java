package gameday.pipeline.products;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Intercom's {@code X-Hub-Signature}: hex HMAC-SHA1 over the raw body. It signs no time, so a
 * recording can't be told from the original; what was learnt once is not learnt again.
 */
public record HubSignature() implements Signature {
  /** The header that holds {@code sha1=} and the hex digits. */
  public static final String HEADER = "X-Hub-Signature";

  @Override
  public boolean isSigned(String secret, Function<String, String> header, byte[] body) {
    return MessageDigest.isEqual(utf8(header.apply(HEADER)), utf8(sign(secret, body)));
  }

  @Override
  public boolean isFresh(Function<String, String> header, Instant now) {
    return true;
  }

  /** The header's value for {@code body}. */
  public static String sign(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(utf8(secret), "HmacSHA1"));
      return "sha1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
