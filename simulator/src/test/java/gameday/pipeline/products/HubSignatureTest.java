package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubSignatureTest {
  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  // printf '{"a":1}' | openssl dgst -sha1 -hmac secret
  private static final String SIGNED = "sha1=f8446672f033e4b2beafc5ca3a71eafcd2cafb6e";

  @Test
  void signsTheRawBody() {
    assertEquals(SIGNED, HubSignature.sign("secret", BODY));
  }

  @Test
  void knowsWhoeverKnowsTheSecret() {
    byte[] tampered = "{\"a\":2}".getBytes(StandardCharsets.UTF_8);

    assertTrue(isGenuine("secret", SIGNED, BODY));
    assertFalse(isGenuine("another", SIGNED, BODY));
    assertFalse(isGenuine("secret", SIGNED, tampered));
    assertFalse(isGenuine("secret", SIGNED.substring(5), BODY));
    assertFalse(isGenuine("secret", "", BODY));
  }

  private static boolean isGenuine(String secret, String signature, byte[] body) {
    return new HubSignature()
        .isGenuine(
            secret, name -> name.equals("X-Hub-Signature") ? signature : "", body, Instant.EPOCH);
  }
}
