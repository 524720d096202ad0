package gameday.mocks.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Slack signs requests, version v0. */
public final class SlackSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private SlackSignature() {}

  /**
   * {@code v0=} and the hexadecimal HMAC-SHA256 of {@code v0:timestamp:body}.
   *
   * @param timestamp seconds since 1970, as in the header {@code X-Slack-Request-Timestamp}
   */
  public static String of(String secret, long timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
