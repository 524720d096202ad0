package gameday.mocks.delivery;

import java.io.IOException;
import java.net.URI;

/** The pipeline sent a delivery on more often than the product follows. */
final class TooManyRedirects extends IOException {
  private static final long serialVersionUID = 1;

  TooManyRedirects(URI next) {
    super("sent on once too often, to " + next);
  }
}
