package gameday.saboteur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.checker.RuleBook;
import gameday.verdict.Blame;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SaboteursTest {
  @Test
  void everyRuleHasASaboteur() {
    Set<String> noticed = Saboteurs.all().stream().map(Saboteur::rule).collect(Collectors.toSet());

    assertEquals(new HashSet<>(RuleBook.ids()), noticed);
  }

  @Test
  void thereAreEnoughOfThemInThePipelineAlone() {
    long pipelines = Saboteurs.all().stream().filter(one -> one.blame() == Blame.PIPELINE).count();

    assertTrue(pipelines >= 28, () -> "only " + pipelines);
  }

  @Test
  void noTwoAreCalledTheSame() {
    List<String> ids = Saboteurs.all().stream().map(Saboteur::id).toList();

    assertEquals(ids.size(), new HashSet<>(ids).size(), ids::toString);
  }

  @Test
  void eachSaysWhatItDoesInASentence() {
    List<String> odd =
        Saboteurs.all().stream()
            .filter(
                one ->
                    !one.id().matches("[a-z]+(-[a-z]+)+") || !one.sentence().matches("[A-Z].+\\."))
            .map(Saboteur::id)
            .toList();

    assertEquals(List.of(), odd);
  }

  @Test
  void onlyStaffAreBlamedForWhatStaffDo() {
    for (Saboteur one : Saboteurs.all()) {
      Blame blame =
          switch (one.fault()) {
            case Saboteur.Fault.OfPipeline pipelines -> Blame.PIPELINE;
            case Saboteur.Fault.OfStaff staffs -> Blame.STAFF;
          };
      assertEquals(blame, one.blame(), one.id());
    }
  }
}
