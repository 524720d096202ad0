package gameday.mocks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=x";
  private static final String FIELD =
      "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
  private static final String FILE =
      "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n\r\n\0\r\n\r\n";

  private static Optional<List<Multipart.Part>> parse(String type, String body) {
    return Multipart.parse(type, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void readsFieldsAndFiles() {
    var parts = parse(TYPE, FIELD + FILE + "--x--").orElseThrow();

    assertEquals("a", parts.get(0).name());
    assertFalse(parts.get(0).isFile());
    assertEquals("b", new String(parts.get(0).content(), StandardCharsets.US_ASCII));
    assertEquals("f", parts.get(1).name());
    assertTrue(parts.get(1).isFile());
    assertEquals("\0\r\n", new String(parts.get(1).content(), StandardCharsets.US_ASCII));
  }

  @Test
  void readsNothingThatIsBroken() {
    for (var body :
        List.of("", "x", FIELD, FIELD.substring(0, 20), "--x\r\nnonsense\r\n\r\nb\r\n--x--")) {
      assertEquals(Optional.empty(), parse(TYPE, body), body);
    }
    assertEquals(Optional.empty(), parse("multipart/form-data", FIELD + "--x--"));
    assertEquals(Optional.empty(), parse("text/plain", FIELD + "--x--"));
  }

  @Test
  void readsNoMoreThanAThousandParts() {
    assertEquals(1_000, parse(TYPE, FIELD.repeat(1_000) + "--x--").orElseThrow().size());
    assertEquals(Optional.empty(), parse(TYPE, FIELD.repeat(1_001) + "--x--"));
  }

  @Test
  void readsNoEndlessHeaders() {
    var endless =
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nX: " + "a".repeat(9_000) + "\r\n\r\n";

    assertEquals(Optional.empty(), parse(TYPE, endless + "b\r\n--x--"));
  }
}
