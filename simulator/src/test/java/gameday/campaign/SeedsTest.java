package gameday.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17|[17]",
        "1..3|[1, 2, 3]",
        "3, 8..10 ,-2|[3, 8, 9, 10, -2]",
        "-1..1|[-1, 0, 1]",
        "5..5|[5]"
      })
  void readsRangesAndLists(String text, String each) {
    List<Long> seeds = new ArrayList<>();
    Seeds.read(text).each().forEachRemaining((Long seed) -> seeds.add(seed));

    assertEquals(each, seeds.toString());
    assertEquals(seeds.size(), Seeds.read(text).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1-9|seeds must be whole numbers, was '1-9'; write e.g. 1..1000 or 3,17",
        "1,,2|seeds must be whole numbers, was ''; write e.g. 1..1000 or 3,17",
        "9..1|the first seed must not be above the last, was 9..1; write 1..9",
        "1..200000000|at most 100000000 seeds, were 200000000; try them in parts"
      })
  void saysWhatIsWrongAndWhatToWrite(String text, String said) {
    assertEquals(
        said, assertThrows(IllegalArgumentException.class, () -> Seeds.read(text)).getMessage());
  }

  @Test
  void isWrittenAsItIsRead() {
    assertEquals("3,8..10", Seeds.read("3,8..10").toString());
  }
}
