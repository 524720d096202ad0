package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HubSignatureTest {
  @Test
  void signsTheRawBody() {
    // printf '{"text":"Grüße"}' | openssl dgst -sha1 -hmac c290ac56-e42b-46e3-8371-c39b166b55c0
    String expected = "sha1=98ffe5b71c7ccb85dfdcbe5362ff30945159daa0";

    String signature =
        HubSignature.of(
            "c290ac56-e42b-46e3-8371-c39b166b55c0",
            "{\"text\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8));

    assertEquals(expected, signature);
  }
}
