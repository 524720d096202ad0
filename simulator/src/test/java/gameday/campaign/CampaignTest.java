package gameday.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.campaign.Campaign.End;
import gameday.trial.Finding;
import gameday.trial.Finding.Breach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class CampaignTest {
  /** Every tenth seed fails, and every even one has two faults of a kind. */
  private static Finding finding(long seed) {
    Map<String, Integer> cases = new LinkedHashMap<>();
    cases.put("escalated-once", seed % 2 == 0 ? 3 : 0);
    cases.put("on-time", 0);
    boolean even = seed % 2 == 0;
    return new Finding(
        seed,
        5,
        40,
        cases,
        new TreeMap<>(even ? Map.of("slack errors", 2) : Map.of()),
        new TreeMap<>(even ? Map.of("slack errors", 7) : Map.of()),
        seed % 10 == 0
            ? List.of(new Breach("escalated-once", Optional.empty(), "twice"))
            : List.of(),
        List.of());
  }

  private static Campaign.Result run(String seeds, int threads, int mostFailures) {
    return new Campaign(Seeds.read(seeds), threads, mostFailures)
        .run(CampaignTest::finding, tally -> {});
  }

  @Test
  void countsEveryTrial() {
    Campaign.Result result = run("1..20", 2, 100);

    Tally tally = result.tally();
    assertEquals(End.ALL_TRIED, result.end());
    assertEquals(20, tally.seeds());
    assertEquals(100, tally.questions());
    assertEquals(800, tally.happenings());
    assertEquals(10, tally.withoutFaults());
    assertEquals(new Tally.RuleCount(30, 10, 2), tally.rules().get("escalated-once"));
    assertEquals(new Tally.FaultCount(20, 10, 70), tally.faults().get("slack errors"));
    assertEquals(List.of("on-time"), tally.unexercised());
    assertTrue(tally.hasExercised());
    assertEquals(List.of(10L, 20L), tally.failures().stream().map(Finding::seed).toList());
  }

  @Test
  void endsAfterEnoughFailuresAndCountsNoSeedBeyondOnAnyNumberOfThreads() {
    for (int threads : new int[] {1, 2, 7}) {
      Campaign.Result result = run("1..1000", threads, 3);

      assertEquals(End.ENOUGH_FAILED, result.end());
      assertEquals(30, result.tally().seeds());
      assertEquals(3, result.tally().failures().size());
    }
  }

  @Test
  void countsInTheOrderOfSeedsWhicheverIsDoneFirst() throws Exception {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    LongFunction<Finding> slowFirst =
        seed -> {
          if (seed == 20) {
            secondIsDone.countDown();
          } else if (seed == 10) {
            await(secondIsDone);
          }
          return finding(seed);
        };

    Campaign.Result result = new Campaign(Seeds.read("10,20"), 2, 9).run(slowFirst, tally -> {});

    assertEquals(List.of(10L, 20L), result.tally().failures().stream().map(Finding::seed).toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsFewTrialsUnderWay() {
    long[] furthest = {0};
    long[] counted = {0};
    new Campaign(Seeds.read("1..5000"), 1, 10_000)
        .run(
            seed -> {
              furthest[0] = Math.max(furthest[0], seed);
              return finding(seed);
            },
            tally -> {
              counted[0]++;
              assertTrue(furthest[0] - counted[0] <= 16, () -> furthest[0] + " " + counted[0]);
            });

    assertEquals(5000, counted[0]);
  }

  @Test
  void canBeStoppedAndTellsWhatItHas() {
    Campaign campaign = new Campaign(Seeds.read("1..1000"), 2, 1000);

    Campaign.Result result =
        campaign.run(
            CampaignTest::finding,
            tally -> {
              if (tally.seeds() == 15) {
                campaign.stop();
              }
            });

    assertEquals(End.STOPPED, result.end());
    assertEquals(15, result.tally().seeds());
  }

  @Test
  void aTrialThatBreaksBreaksTheCampaign() {
    RuntimeException bug = new IllegalStateException("bug");
    Campaign campaign = new Campaign(Seeds.read("1..9"), 2, 9);

    RuntimeException thrown =
        assertThrows(
            RuntimeException.class,
            () ->
                campaign.run(
                    seed -> {
                      throw bug;
                    },
                    tally -> {}));

    assertSame(bug, thrown);
    assertFalse(campaign.isStopped());
  }
}
