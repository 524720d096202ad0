package gameday.pipeline.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.Driver;

/** Which database keeps what the pipeline learns. */
public sealed interface Database {
  /**
   * A file for one pipeline alone.
   *
   * @param folder a folder that exists
   */
  record Sqlite(Path folder) implements Database {}

  /**
   * A server that several instances may share.
   *
   * @param url JDBC URL; holds no password
   * @param user blank for the URL's own, or the driver's default
   * @param password blank for none
   */
  record Postgres(String url, String user, String password) implements Database {
    private static final String LIKE = "jdbc:postgresql://host/db";

    /** What is wrong with the URL, as the end of a sentence about it; shows nothing secret. */
    public Optional<String> fault() {
      if (url.contains("@") || url.toLowerCase(Locale.ROOT).contains("password=")) {
        return Optional.of("must hold no password (GAMEDAY_DATABASE_PASSWORD does)" + was());
      }
      boolean readable = url.startsWith("jdbc:postgresql:") && Driver.parseURL(url, null) != null;
      return readable ? Optional.empty() : Optional.of("must be like " + LIKE + was());
    }

    private String was() {
      return ", was '" + shown() + "'";
    }

    /** The URL without its parameters and without what may be a password before the host. */
    String shown() {
      return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//…@");
    }

    @Override
    public String toString() {
      return "Postgres[" + shown() + "]";
    }
  }
}
