package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.Seeded;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The bytes of files, up to a bound; the oldest go first. Who knows a file's address may read it.
 * Safe for use by many threads.
 */
final class Attachments {
  private static final String BLOBS = "/rails/active_storage/blobs/redirect/";
  private static final String THUMBNAILS = "/rails/active_storage/representations/redirect/";

  /** What a browser may show; anything else is handed out as a download. */
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "application/pdf");

  private final Seeded seeded;
  private final long bound;
  private final Map<String, Upload> byKey = new LinkedHashMap<>();
  private long size;
  private int last;

  Attachments(Seeded seeded, long bound) {
    this.seeded = seeded;
    this.bound = bound;
  }

  /** A file as it came in. */
  record Upload(String name, String contentType, byte[] bytes) {}

  /**
   * Keeps a file.
   *
   * @param base where this chat is for whoever sends it, such as {@code http://127.0.0.1/chatwoot}
   */
  synchronized Attachment keep(Upload upload, String base) {
    int id = ++last;
    String key = seeded.hex("chatwoot/attachment/" + id, 40);
    byKey.put(key, upload);
    size += upload.bytes().length;
    Iterator<Upload> oldest = byKey.values().iterator();
    while (size > bound) {
      size -= oldest.next().bytes().length;
      oldest.remove();
    }
    String file =
        key + "/" + URLEncoder.encode(upload.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String type = type(upload.contentType());
    return new Attachment(
        id,
        type,
        base + BLOBS + file,
        type.equals("image") ? base + THUMBNAILS + file : "",
        upload.bytes().length);
  }

  static boolean isAddress(String path) {
    return path.startsWith(BLOBS) || path.startsWith(THUMBNAILS);
  }

  /** The bytes. The product redirects to where its storage has them. */
  Answer answer(Call call) {
    String file = call.path().substring(call.path().indexOf("redirect/") + "redirect/".length());
    Upload upload;
    synchronized (this) {
      upload = byKey.get(file.split("/", 2)[0]);
    }
    if (upload == null || !call.method().equals("GET")) {
      return Answers.notFound();
    }
    boolean shown = SHOWN.contains(upload.contentType());
    return new Answer(
        200,
        Map.of(
            "Content-Type",
            shown ? upload.contentType() : "application/octet-stream",
            "Content-Disposition",
            shown ? "inline" : "attachment",
            "X-Content-Type-Options",
            "nosniff"),
        upload.bytes(),
        "ok");
  }

  private static String type(String contentType) {
    String kind = contentType.split("/", 2)[0].toLowerCase(Locale.ROOT);
    return Set.of("image", "audio", "video").contains(kind) ? kind : "file";
  }
}
