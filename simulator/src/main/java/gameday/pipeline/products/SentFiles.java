package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Attachment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads what files an asker sent with a message. */
final class SentFiles {
  private static final int MOST = 5;
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_NAME = 150;

  private SentFiles() {}

  /**
   * The latest files of a list.
   *
   * @param url the field with a file's address
   * @param name the field with its name; where there is none, the address ends in it
   */
  static List<Attachment> of(JsonNode list, String url, String name) {
    List<Attachment> files =
        list.valueStream()
            .flatMap(file -> at(file.path(url).asText(""), file.path(name).asText("")).stream())
            .toList();
    return files.subList(Math.max(0, files.size() - MOST), files.size());
  }

  /** A file at an address; nothing if that can't be one. */
  static Optional<Attachment> at(String url, String name) {
    return url.isBlank() || url.length() > LONGEST_URL
        ? Optional.empty()
        : Optional.of(new Attachment(url, tidy(name.isBlank() ? lastOf(url) : name)));
  }

  private static String lastOf(String url) {
    String path = url.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return last;
    }
  }

  /** One line without what steers a terminal, a page or a file system. */
  private static String tidy(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]+", " ").strip();
    String shortened = line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    return shortened.isBlank() ? "file" : shortened;
  }
}
