package gameday.mocks.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
  @Test
  void signsTimestampDotBody() {
    // printf '1795338000.{"a":1}' | openssl dgst -sha256 -hmac secret
    String expected = "sha256=4c09fa806c47d6ca41dfee7da1669ba9afa289f35bf4a8eac056214dead6b41a";

    String signature =
        HmacSha256.signature("secret", "1795338000", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

    assertEquals(expected, signature);
  }
}
