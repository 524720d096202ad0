package gameday.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that holds one secret, as containers are given them. */
final class SecretFile {
  private static final int MOST_BYTES = 64 << 10;

  private SecretFile() {}

  /** The secret, or what is wrong with the file, to follow its path. */
  sealed interface Read {
    record Good(String secret) implements Read {}

    record Bad(String fault) implements Read {}
  }

  /** Reads a file's text without the line's end after it. */
  static Read read(String path) {
    try (InputStream stream = Files.newInputStream(Path.of(path))) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return new Read.Bad("must be at most " + (MOST_BYTES >> 10) + " KiB");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String secret = text.replaceFirst("[\r\n]+$", "");
      return secret.isBlank()
          ? new Read.Bad("is empty; write the secret into it")
          : new Read.Good(secret);
    } catch (CharacterCodingException e) {
      return new Read.Bad("must be text in UTF-8");
    } catch (IOException e) {
      return new Read.Bad("can't be read (" + why(e) + ")");
    } catch (InvalidPathException e) {
      return new Read.Bad("is no path");
    }
  }

  /** Why a file can't be read, without its name. */
  static String why(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException e -> "no such file";
      case AccessDeniedException e -> "permission denied";
      default -> String.valueOf(trouble.getMessage());
    };
  }
}
