package gameday.mocks.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;

/** The parts of a {@code multipart/form-data} body. */
public final class Multipart {
  private static final int MOST_PARTS = 1_000;

  private Multipart() {}

  /**
   * One part.
   *
   * @param name the field's
   * @param isFile whether it has a file's name
   */
  public record Part(String name, boolean isFile, byte[] content) {}

  /**
   * All parts, in order.
   *
   * @return empty if the body isn't what {@code contentType} says, or has no part or more than
   *     1,000
   */
  public static Optional<List<Part>> parse(String contentType, byte[] body) {
    var upload = new FileUpload();
    upload.setPartHeaderSizeMax(8 * 1024);
    var parts = new ArrayList<Part>();
    try {
      var items = upload.getItemIterator(new Body(contentType, body));
      while (items.hasNext()) {
        var item = items.next();
        if (parts.size() == MOST_PARTS) {
          return Optional.empty();
        }
        try (var content = item.openStream()) {
          parts.add(new Part(item.getFieldName(), !item.isFormField(), content.readAllBytes()));
        }
      }
      return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    } catch (FileUploadException | IOException broken) {
      return Optional.empty();
    }
  }

  private record Body(String contentType, byte[] bytes) implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    // The library demands it although it will go.
    @SuppressWarnings("deprecation")
    @Override
    public int getContentLength() {
      return bytes.length;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
