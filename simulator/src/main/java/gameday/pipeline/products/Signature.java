package gameday.pipeline.products;

import java.time.Instant;
import java.util.function.Function;

/** How a product proves that a webhook is its own. */
public interface Signature {
  /**
   * Whether the request is from whoever knows {@code secret}, and as fresh as the product lets one
   * tell.
   *
   * @param header the first header of a name, or an empty text
   * @param body as it came, byte for byte
   */
  default boolean isGenuine(
      String secret, Function<String, String> header, byte[] body, Instant now) {
    return isFresh(header, now) && isSigned(secret, header, body);
  }

  /** Whether it was signed by whoever knows {@code secret}, whenever that was. */
  boolean isSigned(String secret, Function<String, String> header, byte[] body);

  /** Whether it tells a time close to {@code now}; true if the product's requests tell none. */
  boolean isFresh(Function<String, String> header, Instant now);
}
