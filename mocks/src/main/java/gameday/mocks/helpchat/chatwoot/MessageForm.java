package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.chatwoot.Attachments.Upload;
import gameday.mocks.http.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;

/**
 * What a request says of a new message: JSON, or a form with files in it.
 *
 * @param fields as if they had come as JSON
 * @param files the {@code attachments[]} of a form, in order
 */
record MessageForm(ObjectNode fields, List<Upload> files) {
  private static final int MAX_FILES = 15;
  private static final int MAX_PARTS = 50;
  private static final int MAX_NAME = 255;

  /** Empty if the body is neither, or a form that is broken or has too many parts. */
  static Optional<MessageForm> read(Call call) {
    return call.header("content-type")
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
            .isPresent()
        ? form(call)
        : RequestJson.read(call.body()).map(it -> new MessageForm(it, List.of()));
  }

  private static Optional<MessageForm> form(Call call) {
    MessageForm form = new MessageForm(RequestJson.object(), new ArrayList<>());
    try {
      FileItemIterator parts = parser().getItemIterator(new Body(call));
      int count = 0;
      while (parts.hasNext() && count++ < MAX_PARTS) {
        form.add(parts.next());
      }
      boolean whole = count > 0 && count <= MAX_PARTS;
      return Optional.of(form).filter(it -> whole && it.files().size() <= MAX_FILES);
    } catch (FileUploadException | IOException | InvalidFileNameException broken) {
      return Optional.empty();
    }
  }

  private static FileUpload parser() {
    FileUpload parser = new FileUpload();
    parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
    return parser;
  }

  private void add(FileItemStream part) throws IOException {
    byte[] bytes = part.openStream().readAllBytes();
    String field = part.getFieldName();
    if (field == null) {
      return;
    }
    if (part.isFormField()) {
      field(field, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } else if (field.equals("attachments[]") && part.getName() != null) {
      files.add(new Upload(plainName(part.getName()), type(part.getContentType()), bytes));
    }
  }

  // A form has texts only; where JSON would have something else, the text says it.
  private void field(String name, String value) {
    switch (name) {
      case "private" ->
          RequestJson.read(value)
              .ifPresentOrElse(it -> fields.set(name, it), () -> fields.put(name, value));
      case "content_attributes" ->
          RequestJson.read(value)
              .ifPresentOrElse(it -> fields.set(name, it), () -> fields.put(name, value));
      default -> fields.put(name, value);
    }
  }

  private static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "");
    return clean.isBlank() ? "file" : clean.substring(0, Math.min(clean.length(), MAX_NAME));
  }

  private static String type(String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    return type.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")
        ? type.toLowerCase(Locale.ROOT)
        : "application/octet-stream";
  }

  /** A call as the parser wants one. */
  private record Body(Call call) implements UploadContext {
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return call.header("content-type").orElse("");
    }

    @Override
    @Deprecated
    public int getContentLength() {
      return call.body().length;
    }

    @Override
    public long contentLength() {
      return call.body().length;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(call.body());
    }
  }
}
