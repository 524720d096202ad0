package gameday.mocks.helpchat.chatwoot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a {@code multipart/form-data} body as a browser does. */
final class Form {
  static final Map<String, String> HEADERS =
      Map.of("content-type", "multipart/form-data; boundary=edge", "host", "mocks.example:8080");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Form field(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", utf8(value));
  }

  Form file(String name, String type, byte[] content) {
    String head = "Content-Disposition: form-data; name=\"attachments[]\"; filename=\"" + name;
    return part(head + "\"\r\nContent-Type: " + type, content);
  }

  Form part(String head, byte[] content) {
    bytes.writeBytes(utf8("--edge\r\n" + head + "\r\n\r\n"));
    bytes.writeBytes(content);
    bytes.writeBytes(utf8("\r\n"));
    return this;
  }

  byte[] body() {
    bytes.writeBytes(utf8("--edge--\r\n"));
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
