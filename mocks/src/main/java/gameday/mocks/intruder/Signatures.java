package gameday.mocks.intruder;

import gameday.mocks.delivery.Signing;
import gameday.mocks.faults.FaultyClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The headers of forged requests: none that hold, or right ones of long ago. */
record Signatures(FaultyClock clock, RandomGenerator chance) {
  private static final String SIGNATURE = "signature";
  private static final int LEAST_LATE_SECONDS = 6 * 60;
  private static final int MOST_LATE_SECONDS = 60 * 60;

  Map<String, String> headers(Trick trick, Signing signing, Instant now) {
    return switch (trick) {
      case UNSIGNED -> without(signing.at(now, clock));
      case WRONGLY_SIGNED -> wrong(signing.at(now, clock));
      case STALE -> signing.at(now.minus(late()), clock);
      case REPLAYED, REPLAYED_LATE ->
          throw new IllegalArgumentException("a replay has the headers it was heard with");
    };
  }

  private Duration late() {
    return Duration.ofSeconds(chance.nextInt(LEAST_LATE_SECONDS, MOST_LATE_SECONDS));
  }

  private static Map<String, String> without(Map<String, String> headers) {
    Map<String, String> left = new LinkedHashMap<>(headers);
    left.keySet().removeIf(Signatures::isSignature);
    return left;
  }

  /** Same form, other digits: as made with another secret. */
  private Map<String, String> wrong(Map<String, String> headers) {
    Map<String, String> wrong = new LinkedHashMap<>(headers);
    wrong.replaceAll((name, value) -> isSignature(name) ? otherDigits(value) : value);
    return wrong;
  }

  private String otherDigits(String signature) {
    var start = signature.indexOf('=') + 1;
    var other = new StringBuilder(signature.substring(0, start));
    while (other.length() < signature.length()) {
      other.append(Character.forDigit(chance.nextInt(16), 16));
    }
    return other.toString();
  }

  private static boolean isSignature(String header) {
    return header.toLowerCase(Locale.ROOT).contains(SIGNATURE);
  }
}
