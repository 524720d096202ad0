package gameday.retold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.checker.PlantedDays;
import gameday.history.Happening.PipelineNoted;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A day told otherwise is judged alike: no false alarm, and no fault that hides. */
class RetoldTest {
  private static final int HONEST_DAYS = 100;
  private static final int TELLINGS_OF_A_FAULT = 2;

  @Test
  void anHonestDayPassesHoweverItIsTold() {
    long first = firstSeed("anHonestDayPassesHoweverItIsTold");

    for (long seed = first; seed < first + HONEST_DAYS; seed++) {
      Random random = new Random(seed);
      List<Retelling> how = some(List.of(Retelling.values()), random);

      Judged judged = told(Told.of(Horizon.honest()), how, random).judged();

      String which = "seed " + seed + " told with " + how;
      assertEquals(List.of(), judged.findings(), which);
      for (RuleVerdict rule : judged.rules()) {
        assertEquals(Outcome.PASS, rule.outcome(), which + ": " + rule.rule());
      }
    }
  }

  @Test
  void aFaultIsFoundByTheSameRuleHoweverTheDayIsTold() {
    long first = firstSeed("aFaultIsFoundByTheSameRuleHoweverTheDayIsTold");

    List<Day> planted = PlantedDays.all();
    for (int i = 0; i < planted.size(); i++) {
      Judged plain = Told.of(planted.get(i)).judged();
      for (long seed = first; seed < first + TELLINGS_OF_A_FAULT; seed++) {
        Random random = new Random(seed);
        List<Retelling> how = some(Retelling.OUT_OF_TIME, random);

        Judged judged = told(Told.of(planted.get(i)), how, random).judged();

        String which = plain.findings() + ", seed " + seed + " told with " + how;
        assertEquals(rules(plain), rules(judged), which);
        int most = how.contains(Retelling.TWICE_THE_PEOPLE) ? 2 : 1;
        assertTrue(judged.violations().size() <= most * plain.violations().size(), which);
      }
    }
  }

  @Test
  void aDayThatLacksAnAnswerDoesNotPassHoweverItIsTold() {
    Day lacking =
        Horizon.honest()
            .without(h -> h instanceof PipelineNoted n && n.conversation().equals("c3"));
    Random random = new Random(firstSeed("aDayThatLacksAnAnswerDoesNotPassHoweverItIsTold"));

    for (Retelling how : Retelling.OUT_OF_TIME) {
      Judged judged = how.tell(Told.of(lacking), random).judged();

      assertEquals(Outcome.FAIL, judged.outcome("answer-returned"), how.name());
    }
  }

  private static Told told(Told told, List<Retelling> how, Random random) {
    Told so = told;
    for (Retelling each : how) {
      so = each.tell(so, random);
    }
    return so;
  }

  /** Some of them, each at most once, in an order that lets later ones build on earlier ones. */
  private static List<Retelling> some(List<Retelling> all, Random random) {
    List<Retelling> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    List<Retelling> kept = new ArrayList<>(some.subList(0, 1 + random.nextInt(all.size())));
    Collections.sort(kept);
    Collections.reverse(kept);
    return kept;
  }

  private static Set<String> rules(Judged judged) {
    return judged.violations().stream().map(Violation::rule).collect(Collectors.toSet());
  }

  /** The first seed; {@code -Dgameday.seed=…} sets another. */
  private static long firstSeed(String test) {
    long seed = Long.getLong("gameday.seed", 20261121L);
    System.out.println(
        "seeds from %d; again with: mvn -pl reports -am test -Devery.module.has.tests=false"
                .formatted(seed)
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=RetoldTest#%s -Dgameday.seed=%d"
                .formatted(test, seed));
    return seed;
  }
}
