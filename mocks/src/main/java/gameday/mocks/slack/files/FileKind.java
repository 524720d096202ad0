package gameday.mocks.slack.files;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Slack calls a file's type, judged by its name.
 *
 * @param mimetype such as {@code image/png}
 * @param filetype such as {@code png}
 * @param prettyType such as {@code PNG}
 */
public record FileKind(String mimetype, String filetype, String prettyType) {
  private static final FileKind BINARY =
      new FileKind("application/octet-stream", "binary", "Binary");

  private static final Map<String, String> PRETTY =
      Map.ofEntries(
          Map.entry("csv", "CSV"),
          Map.entry("gif", "GIF"),
          Map.entry("html", "HTML"),
          Map.entry("jpg", "JPEG"),
          Map.entry("json", "JSON"),
          Map.entry("mov", "QuickTime Movie"),
          Map.entry("mp4", "MPEG 4 Video"),
          Map.entry("pdf", "PDF"),
          Map.entry("png", "PNG"),
          Map.entry("text", "Plain Text"),
          Map.entry("webp", "WebP"),
          Map.entry("zip", "Zip"));

  /** What Java's own table of names doesn't have. */
  private static final Map<String, String> MIMETYPES =
      Map.of(
          "csv", "text/csv", "json", "text/plain", "mov", "video/quicktime", "webp", "image/webp");

  static FileKind of(String name) {
    var dot = name.lastIndexOf('.');
    var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    var filetype =
        switch (extension) {
          case "jpeg" -> "jpg";
          case "txt", "log" -> "text";
          default -> extension;
        };
    var pretty = PRETTY.get(filetype);
    return pretty == null ? BINARY : new FileKind(mimetype(filetype, name), filetype, pretty);
  }

  private static String mimetype(String filetype, String name) {
    return Optional.ofNullable(MIMETYPES.get(filetype))
        .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(name)))
        .orElse(filetype.equals("text") ? "text/plain" : BINARY.mimetype());
  }
}
