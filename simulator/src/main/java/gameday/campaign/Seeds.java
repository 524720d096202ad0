package gameday.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which seeds are tried, in which order. Written {@code 1..1000}, {@code 17} or {@code 3,8..12}.
 */
public record Seeds(List<Range> ranges) {
  /** How many seeds one campaign may have. */
  public static final long MOST = 100_000_000;

  private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,18})(?:\\.\\.(-?[0-9]{1,18}))?");

  /** From {@code first} to {@code last}, both included. */
  public record Range(long first, long last) {
    long count() {
      return last - first + 1;
    }

    @Override
    public String toString() {
      return first == last ? String.valueOf(first) : first + ".." + last;
    }
  }

  public Seeds {
    ranges = List.copyOf(ranges);
  }

  /** One seed. */
  public static Seeds of(long seed) {
    return new Seeds(List.of(new Range(seed, seed)));
  }

  /**
   * Reads seeds.
   *
   * @throws IllegalArgumentException if {@code text} is none, with what is wrong and what to write
   */
  public static Seeds read(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        throw new IllegalArgumentException(
            "seeds must be whole numbers, was '" + part.strip() + "'; write e.g. 1..1000 or 3,17");
      }
      long first = Long.parseLong(range.group(1));
      long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
      if (last < first) {
        throw new IllegalArgumentException(
            "the first seed must not be above the last, was "
                + part.strip()
                + "; write "
                + last
                + ".."
                + first);
      }
      ranges.add(new Range(first, last));
    }
    Seeds seeds = new Seeds(ranges);
    if (seeds.count() > MOST) {
      throw new IllegalArgumentException(
          "at most " + MOST + " seeds, were " + seeds.count() + "; try them in parts");
    }
    return seeds;
  }

  /** How many there are. */
  public long count() {
    return ranges.stream().mapToLong(Range::count).sum();
  }

  PrimitiveIterator.OfLong each() {
    return ranges.stream()
        .flatMapToLong(range -> LongStream.rangeClosed(range.first(), range.last()))
        .iterator();
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
  }
}
