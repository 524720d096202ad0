package gameday.mocks.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Parameters as URLs and {@code application/x-www-form-urlencoded} bodies write them. */
public final class FormData {
  private FormData() {}

  /** Decoded names and values, in order; what isn't decodable is taken literally. */
  public static Map<String, List<String>> parse(String encoded) {
    var parameters = new LinkedHashMap<String, List<String>>();
    each(
        encoded,
        StandardCharsets.UTF_8,
        (name, value) -> parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
    return parameters;
  }

  /** The same of a body; of a name that comes again only the first value. */
  public static Map<String, String> firsts(byte[] body, Charset charset) {
    var parameters = new LinkedHashMap<String, String>();
    each(new String(body, charset), charset, parameters::putIfAbsent);
    return parameters;
  }

  private static void each(String encoded, Charset charset, BiConsumer<String, String> taker) {
    for (var start = 0; start < encoded.length(); ) {
      var and = encoded.indexOf('&', start);
      var end = and < 0 ? encoded.length() : and;
      if (end > start) {
        var equals = encoded.indexOf('=', start);
        var nameEnd = equals < 0 || equals > end ? end : equals;
        var name = decoded(encoded.substring(start, nameEnd), charset);
        var value = nameEnd == end ? "" : decoded(encoded.substring(nameEnd + 1, end), charset);
        taker.accept(name, value);
      }
      start = end + 1;
    }
  }

  private static String decoded(String text, Charset charset) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
