package gameday.mocks.slack;

import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.Multipart;
import gameday.mocks.slack.files.FileStore;
import gameday.mocks.slack.files.SlackFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the bytes of files go, and where they are read, at {@code /slack/files/}: at Slack a host
 * of its own.
 *
 * <p>An upload's URL is secret and good until the upload is complete; its body is the bytes
 * themselves, whatever its type says, or one part of a form. Reading wants the bot's token in the
 * header; without it Slack sends to its sign-in page, as a browser expects it.
 */
public final class SlackFiles implements SlackPath {
  private static final String START = "/files/";
  private static final String UPLOAD = START + "upload/v1/";
  private static final String READ = START + "files-pri/";
  private static final String SIGN_IN = START + "sign-in";
  private static final String MULTIPART = "multipart/form-data";
  private static final int ROOM_FOR_A_FORM = 64 * 1024;
  private static final Pattern UPLOADED = Pattern.compile(UPLOAD + "(F[A-Z0-9]+)-([0-9a-f]+)");
  private static final Pattern WANTED =
      Pattern.compile(READ + "T[A-Z0-9]+-(F[A-Z0-9]+)/(?:download/)?[^/]+");

  private final SlackWorkspace workspace;
  private final SlackState state;
  private final SlackTokens tokens;

  /** Files that {@code credentials}' bot token may read. */
  public SlackFiles(SlackWorkspace workspace, SlackCredentials credentials) {
    this.workspace = workspace;
    this.state = workspace.state();
    this.tokens = new SlackTokens(credentials, state.grant);
  }

  static String uploadUrl(SlackState state, SlackFile file) {
    return state.base + UPLOAD + file.id() + "-" + secret(state, file);
  }

  private static String secret(SlackState state, SlackFile file) {
    return Ids.hex("upload " + state.team + file.id());
  }

  static String privateUrl(SlackState state, SlackFile file, boolean download) {
    return state.base
        + READ
        + state.teamId
        + "-"
        + file.id()
        + (download ? "/download/" : "/")
        + pathName(file);
  }

  static String pathName(SlackFile file) {
    return URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String start() {
    return START;
  }

  @Override
  public int bodyLimit() {
    return FileStore.MOST_BYTES + ROOM_FOR_A_FORM;
  }

  @Override
  public String label(Call call) {
    if (call.path().startsWith(UPLOAD)) {
      return "files upload";
    }
    return call.path().startsWith(READ) ? "files read" : "files";
  }

  @Override
  public Answer answer(Call call) {
    var uploaded = UPLOADED.matcher(call.path());
    if (uploaded.matches()) {
      return call.method().equals("POST")
          ? upload(uploaded.group(1), uploaded.group(2), call)
          : text(405, "Method Not Allowed", "method_not_allowed");
    }
    var wanted = WANTED.matcher(call.path());
    if (wanted.matches()) {
      return read(wanted.group(1), call);
    }
    return call.path().equals(SIGN_IN) ? signIn() : notFound();
  }

  private Answer upload(String id, String secret, Call call) {
    var bytes = bytes(call);
    synchronized (workspace) {
      var file = state.files.announced(id).filter(known -> secret(state, known).equals(secret));
      if (file.isEmpty()) {
        return notFound();
      }
      // What Slack says to another length than was announced is unknown: this is our choice.
      if (bytes.isEmpty() || bytes.get().length != file.get().length()) {
        return text(400, "Bad Request", "wrong_length");
      }
      state.files.keep(file.get(), bytes.get());
      return text(200, "OK - " + file.get().length(), "ok");
    }
  }

  /** The file's bytes: the first part that is a file, or the first part, or the body itself. */
  private static Optional<byte[]> bytes(Call call) {
    var type = call.header("content-type").orElse("");
    if (!type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())) {
      return Optional.of(call.body());
    }
    return Multipart.parse(type, call.body())
        .flatMap(
            parts ->
                parts.stream()
                    .filter(Multipart.Part::isFile)
                    .findFirst()
                    .or(() -> parts.stream().findFirst()))
        .map(Multipart.Part::content);
  }

  private Answer read(String id, Call call) {
    if (!tokens.areGood(call)) {
      return text(302, "", "sign_in").with("Location", state.base + SIGN_IN);
    }
    synchronized (workspace) {
      var file = state.files.complete(id).filter(state::isVisible);
      return file.flatMap(state.files::bytes)
          .map(bytes -> shown(file.orElseThrow(), bytes))
          .orElseGet(SlackFiles::notFound);
    }
  }

  private static Answer shown(SlackFile file, byte[] bytes) {
    return new Answer(200, Map.of("Content-Type", file.kind().mimetype()), bytes, "ok")
        .with("X-Content-Type-Options", "nosniff");
  }

  private static Answer signIn() {
    var page =
        "<!DOCTYPE html><html lang=\"en\"><head><title>Sign in | Slack</title></head><body>"
            + "<h1>Sign in to your workspace</h1></body></html>";
    return new Answer(
        200,
        Map.of("Content-Type", "text/html; charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8),
        "sign_in");
  }

  private static Answer notFound() {
    return text(404, "Not Found", "not_found");
  }

  private static Answer text(int status, String text, String outcome) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8),
        outcome);
  }
}
