package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.Call;
import gameday.mocks.http.FormData;
import gameday.mocks.http.Multipart;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads arguments from a call: query, form (some SDKs send a field twice: the first counts), or
 * JSON (some send an empty body under a JSON content type).
 */
final class CallReader {
  private static final ObjectNode NO_JSON = JsonNodeFactory.instance.objectNode();
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)");
  private static final String LATIN = "iso-8859-1";
  private static final Map<String, Charset> CHARSETS =
      Map.of("utf-8", StandardCharsets.UTF_8, LATIN, StandardCharsets.ISO_8859_1);
  private static final Pattern NAME = Pattern.compile("\\w{1,100}");
  private static final Pattern ARRAY = Pattern.compile("\\w{1,100}\\[.*");
  private static final int MOST_FIELDS = 1_000;

  private CallReader() {}

  /**
   * What was read.
   *
   * @param problem Slack's error word if the call can't be read
   * @param warning Slack's word for what could be better
   */
  record Read(Arguments arguments, Optional<String> problem, Optional<String> warning) {
    private static Read problem(String word) {
      return new Read(Arguments.of(NO_JSON), Optional.of(word), Optional.empty());
    }
  }

  static Read read(Call call) {
    if (call.method().equals("GET") || call.method().equals("HEAD")) {
      return query(call, Optional.empty());
    }
    var type = call.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    var charset = charset(type);
    if (charset.filter(name -> !CHARSETS.containsKey(name)).isPresent()) {
      return Read.problem("invalid_charset");
    }
    var missingCharset =
        charset.isPresent() ? Optional.<String>empty() : Optional.of("missing_charset");
    var parameters = type.indexOf(';');
    return switch (parameters < 0 ? type : type.substring(0, parameters).strip()) {
      case "application/json" -> json(call, charset, missingCharset);
      case "application/x-www-form-urlencoded" -> form(call, charset);
      case "multipart/form-data" -> multipart(call);
      // Slack says that it takes this type, not what it makes of it: here the query counts alone.
      case "text/plain" -> query(call, missingCharset);
      case "" ->
          call.body().length == 0
              ? query(call, Optional.empty())
              : Read.problem("missing_post_type");
      default -> Read.problem("invalid_post_type");
    };
  }

  private static Optional<String> charset(String type) {
    if (type.indexOf(';') < 0) {
      return Optional.empty();
    }
    var found = CHARSET.matcher(type);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Read query(Call call, Optional<String> warning) {
    return checked(NO_JSON, new LinkedHashMap<>(), call, warning);
  }

  private static Read json(Call call, Optional<String> charset, Optional<String> warning) {
    if (call.body().length == 0) {
      return query(call, warning);
    }
    try {
      var body =
          charset.filter(LATIN::equals).isPresent()
              ? SlackJson.MAPPER.readTree(new String(call.body(), StandardCharsets.ISO_8859_1))
              : SlackJson.MAPPER.readTree(call.body());
      if (!(body instanceof ObjectNode object)) {
        return Read.problem("json_not_object");
      }
      if (mayHaveSurrogates(call.body()) && UnpairedSurrogates.areIn(object)) {
        return Read.problem("invalid_json");
      }
      return checked(object, new LinkedHashMap<>(), call, warning);
    } catch (IOException unreadable) {
      return Read.problem("invalid_json");
    }
  }

  /** Looks for their escapes, and for their bytes; cheaper than to look at every character. */
  private static boolean mayHaveSurrogates(byte[] json) {
    for (var n = 0; n + 2 < json.length; n++) {
      var escaped = json[n] == '\\' && json[n + 1] == 'u' && (json[n + 2] | 0x20) == 'd';
      if (escaped || json[n] == (byte) 0xED) {
        return true;
      }
    }
    return false;
  }

  private static Read form(Call call, Optional<String> charset) {
    var decoder = CHARSETS.get(charset.orElse("utf-8"));
    return checked(
        NO_JSON,
        FormData.firsts(call.body(), decoder),
        call,
        charset.isPresent() ? Optional.of("superfluous_charset") : Optional.empty());
  }

  private static Read multipart(Call call) {
    var parts = Multipart.parse(call.header("content-type").orElse(""), call.body());
    if (parts.isEmpty()) {
      return Read.problem("invalid_form_data");
    }
    var fields = new LinkedHashMap<String, String>();
    for (var part : parts.get()) {
      fields.putIfAbsent(part.name(), new String(part.content(), StandardCharsets.UTF_8));
    }
    return checked(NO_JSON, fields, call, Optional.empty());
  }

  /** Adds the query, which counts after the body, and judges the names. */
  private static Read checked(
      ObjectNode json, Map<String, String> fields, Call call, Optional<String> warning) {
    call.query().forEach((name, values) -> fields.putIfAbsent(name, values.getFirst()));
    if (fields.size() + json.size() > MOST_FIELDS) {
      return Read.problem("invalid_form_data");
    }
    for (var name : fields.keySet()) {
      if (!NAME.matcher(name).matches()) {
        return Read.problem(badName(name));
      }
    }
    for (var field : json.properties()) {
      if (!NAME.matcher(field.getKey()).matches()) {
        return Read.problem(badName(field.getKey()));
      }
    }
    return new Read(new Arguments(json, fields), Optional.empty(), warning);
  }

  private static String badName(String name) {
    return ARRAY.matcher(name).matches() ? "invalid_array_arg" : "invalid_arg_name";
  }
}
