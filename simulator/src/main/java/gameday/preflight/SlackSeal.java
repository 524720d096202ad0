package gameday.preflight;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Slack signs its requests: {@code v0=} and the hex HMAC-SHA256 of {@code v0:time:body}. */
final class SlackSeal {
  private final byte[] secret;

  SlackSeal(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** The header {@code X-Slack-Signature}. */
  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
