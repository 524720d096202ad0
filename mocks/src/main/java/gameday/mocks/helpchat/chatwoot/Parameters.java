package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.http.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what requests give, in the product's forms. */
final class Parameters {
  private Parameters() {}

  /** The first of that name in the query. */
  static Optional<String> text(Call call, String name) {
    return call.query().getOrDefault(name, List.of()).stream().findFirst();
  }

  /** A whole number in the query; empty for anything else. */
  static Optional<Long> number(Call call, String name) {
    return text(call, name).filter(it -> it.matches("[0-9]{1,9}")).map(Long::parseLong);
  }

  /** Seconds since 1970, as number or text, or an ISO 8601 time; empty for anything else. */
  static Optional<Instant> time(JsonNode given) {
    String text = given.asText("");
    try {
      return text.matches("[0-9]{1,11}")
          ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
