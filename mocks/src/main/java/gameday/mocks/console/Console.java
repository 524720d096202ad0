package gameday.mocks.console;

import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The admin side of the mocks: a page that shows channels, threads and conversations live and lets
 * a person act as anybody in them, and the calls that the page makes.
 *
 * <p>Whoever has the token may do everything, nobody else anything. The token travels in a header
 * that no other site's page can set, and names of other hosts are refused, so that a page somewhere
 * else can't make a browser on this machine act here.
 */
public final class Console implements Service {
  private static final String BEARER = "Bearer ";
  private static final Pattern OWN_HOST =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d{1,5})?");
  private static final Map<String, String> FILES =
      Map.of("/", "console.html", "/console.js", "console.js", "/console.css", "console.css");
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

  private final String token;
  private final Set<String> hosts;
  private final ConsoleApi api;

  /**
   * A console.
   *
   * @param token what the page has to show
   * @param hosts names besides loopback's by which the server may be called
   */
  public Console(String token, Set<String> hosts, Backstage backstage) {
    this.token = token;
    this.hosts = Set.copyOf(hosts);
    this.api = new ConsoleApi(backstage);
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public String prefix() {
    return "/gameday";
  }

  @Override
  public boolean fromPipeline(Call call) {
    return false;
  }

  @Override
  public String label(Call call) {
    return call.method();
  }

  @Override
  public Answer answer(Call call) {
    if (!isOwn(call.header("host").orElse(""))) {
      return ConsoleJson.error(403, "wrong_host", "call it by the address it printed");
    }
    if (call.path().startsWith("/api/")) {
      return isAllowed(call)
          ? api.answer(call)
          : ConsoleJson.error(401, "unauthorized", "send 'Authorization: Bearer' and the token");
    }
    return FILES.containsKey(call.path()) && call.method().equals("GET")
        ? file(FILES.get(call.path()))
        : ConsoleJson.error(404, "not_found", "there is only the page, and its calls below /api/");
  }

  private boolean isOwn(String host) {
    return OWN_HOST.matcher(host).matches() || hosts.contains(host.replaceFirst(":\\d{1,5}$", ""));
  }

  private boolean isAllowed(Call call) {
    var given = call.header("authorization").orElse("");
    return given.startsWith(BEARER)
        && MessageDigest.isEqual(
            given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer file(String name) {
    try (InputStream in = Console.class.getResourceAsStream(name)) {
      var headers = new LinkedHashMap<String, String>();
      headers.put(
          "Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + "; charset=utf-8");
      headers.put(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'");
      headers.put("X-Content-Type-Options", "nosniff");
      headers.put("Referrer-Policy", "no-referrer");
      headers.put("Cache-Control", "no-store");
      return new Answer(200, headers, in.readAllBytes(), "ok");
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
