package gameday.pipeline.products;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a product signs its webhooks: hex HMAC-SHA256 over a timestamp and the raw body.
 *
 * @param headers what its headers start with; {@code headers-Signature} and the timestamp's name
 * @param timestampHeader the header with seconds since 1970
 * @param prefix what stands before the hex digits
 * @param before what is signed before the timestamp
 * @param after what is signed between timestamp and body
 */
public record Seal(
    String headers, String timestampHeader, String prefix, String before, String after)
    implements Signature {
  /** Older or newer than this by our clock is refused: it may be a recording. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** Slack's, version 0. */
  public static final Seal SLACK =
      new Seal("X-Slack", "X-Slack-Request-Timestamp", "v0=", "v0:", ":");

  /** Chatwoot's. */
  public static final Seal CHATWOOT = dotted("X-Chatwoot");

  /** Smartloop's signature is not documented; this is our assumption. */
  public static final Seal SMARTLOOP = dotted("X-Smartloop");

  /** The Mod chat's, as our contract has it. */
  public static final Seal MOD_CHAT = dotted("X-Modchat");

  private static Seal dotted(String headers) {
    return new Seal(headers, headers + "-Timestamp", "sha256=", "", ".");
  }

  @Override
  public boolean isSigned(String secret, Function<String, String> header, byte[] body) {
    String timestamp = header.apply(timestampHeader);
    String signature = header.apply(headers + "-Signature");
    return MessageDigest.isEqual(utf8(signature), utf8(sign(secret, timestamp, body)));
  }

  @Override
  public boolean isFresh(Function<String, String> header, Instant now) {
    return isFresh(header.apply(timestampHeader), now);
  }

  /**
   * The signature's header value.
   *
   * @param timestamp as it stands in its header
   */
  public String sign(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
      mac.update(utf8(before + timestamp + after));
      return prefix + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean isFresh(String timestamp, Instant now) {
    if (timestamp.isEmpty() || timestamp.length() > 12) {
      return false;
    }
    try {
      long age = now.getEpochSecond() - Long.parseLong(timestamp);
      return Math.abs(age) <= WINDOW.toSeconds();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
