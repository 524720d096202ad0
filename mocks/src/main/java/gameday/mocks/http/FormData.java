package gameday.mocks.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters as URLs and {@code application/x-www-form-urlencoded} bodies write them. */
public final class FormData {
  private FormData() {}

  /** Decoded names and values, in order; what isn't decodable is taken literally. */
  public static Map<String, List<String>> parse(String encoded) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var pair : encoded.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      var equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
