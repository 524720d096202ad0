package gameday.pipeline.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A POST as no decent client sends it.
 *
 * @param headers as they are written, lengths excepted
 * @param chunked whether the length is not told beforehand
 */
record RawRequest(String path, Map<String, String> headers, byte[] body, boolean chunked) {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final int CHUNK = 64 * 1_024;
  private static final int PATIENCE_MILLIS = 20_000;

  RawRequest with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new RawRequest(path, changed, body, chunked);
  }

  RawRequest inChunks() {
    return new RawRequest(path, headers, body, true);
  }

  /** What came back. */
  record Answer(int status, String text) {}

  /** Sends it on a connection of its own. */
  Answer send(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        write(socket.getOutputStream());
      } catch (IOException refusedMeanwhile) {
        // The answer may be there all the same.
      }
      return answer(socket.getInputStream());
    }
  }

  private void write(OutputStream out) throws IOException {
    List<String> lines = new ArrayList<>(List.of("POST " + path + " HTTP/1.1", "Host: localhost"));
    headers.forEach((name, value) -> lines.add(name + ": " + value));
    lines.add("Connection: close");
    lines.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
    out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    for (int from = 0; from < body.length; from += CHUNK) {
      int length = Math.min(CHUNK, body.length - from);
      if (chunked) {
        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      out.write(body, from, length);
      if (chunked) {
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    if (chunked) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.flush();
  }

  private static Answer answer(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        read.write(next);
        if (isWhole(read.toString(StandardCharsets.ISO_8859_1))) {
          break;
        }
      }
    } catch (IOException cutOff) {
      // What has come counts.
    }
    String text = read.toString(StandardCharsets.ISO_8859_1);
    String[] words = text.lines().findFirst().orElse("").split(" ");
    return new Answer(words.length > 1 ? Integer.parseInt(words[1]) : 0, text);
  }

  private static boolean isWhole(String text) {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    Matcher length = LENGTH.matcher(text.substring(0, head));
    return length.find() && text.length() >= head + 4 + Integer.parseInt(length.group(1));
  }
}
