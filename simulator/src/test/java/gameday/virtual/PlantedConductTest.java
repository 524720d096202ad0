package gameday.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Each seam of the conduct, gone wrong, is found by the rule whose it is. */
class PlantedConductTest {
  private static final Duration FROM = Duration.ofMinutes(2);
  private static final Duration UNTIL = Duration.ofMinutes(16);

  @Test
  void anEscalationThatIsDroppedIsLost() {
    Conduct drops =
        new Conduct() {
          private int posts;

          @Override
          public List<Effect> does(Effect effect) {
            boolean dropped = effect instanceof Effect.PostToSlack && ++posts % 5 == 0;
            return dropped ? List.of() : List.of(effect);
          }
        };

    assertEquals(List.of("no-question-lost"), broken(drops));
  }

  @Test
  void anEscalationThatIsPostedTwiceIsFound() {
    Conduct twice =
        new Conduct() {
          @Override
          public List<Effect> does(Effect effect) {
            return effect instanceof Effect.PostToSlack post
                ? List.of(post, new Effect.PostToSlack(post.key() + "+", post.issue(), post.text()))
                : List.of(effect);
          }
        };

    assertEquals(List.of("escalated-once"), broken(twice));
  }

  @Test
  void whatIsNeverHeardIsLost() {
    Conduct deaf =
        new Conduct() {
          @Override
          public List<Input> hears(Input input) {
            return input.key().startsWith("slack:message") ? List.of() : List.of(input);
          }
        };

    assertEquals(List.of("answer-returned"), broken(deaf));
  }

  @Test
  void anotherChannelIsTheWrongOne() {
    Conduct astray =
        new Conduct() {
          @Override
          public String channel(Effect.ToSlack effect, String eventChannel) {
            return effect instanceof Effect.PostToSlack ? eventChannel + "-test" : eventChannel;
          }
        };

    assertEquals(List.of("right-channel"), broken(astray));
  }

  @Test
  void whoDoesNotLookRepeatsWhatStands() {
    Conduct hasty =
        new Conduct() {
          @Override
          public boolean looksBeforeRepeating() {
            return false;
          }
        };

    List<String> broken =
        broken(hasty, new FaultPlan(Target.SLACK, new Kind.LostAnswers(0.6), FROM, UNTIL));

    assertEquals(List.of("escalated-once"), broken.subList(0, 1), broken::toString);
  }

  @Test
  void whoIgnoresRetryAfterIsRude() {
    Conduct rude =
        new Conduct() {
          @Override
          public boolean heedsRetryAfter() {
            return false;
          }
        };

    assertEquals(
        List.of("polite-client"),
        broken(
            rude,
            new FaultPlan(
                Target.SLACK, new Kind.RateLimits(0.6, OptionalInt.of(20)), FROM, UNTIL)));
  }

  @Test
  void whoHoldsBackAcknowledgementsIsRude() {
    Conduct slow =
        new Conduct() {
          @Override
          public Duration holdsAcknowledgements() {
            return Duration.ofMillis(3_500);
          }
        };

    assertEquals(List.of("polite-client"), broken(slow));
  }

  @Test
  void whoBelievesEverybodyObeysForgeries() {
    Conduct gullible =
        new Conduct() {
          @Override
          public boolean looksAtSignatures() {
            return false;
          }
        };
    FaultPlan intruder = new FaultPlan(Target.PIPELINE, new Kind.Intruder(20), FROM, UNTIL);

    List<String> broken = broken(gullible, intruder);

    assertEquals(List.of("forgery-refused"), broken, broken::toString);
  }

  @Test
  void whoDoesNotLookAtTimesObeysRecordings() {
    Conduct timeless =
        new Conduct() {
          @Override
          public boolean looksAtTimes() {
            return false;
          }
        };
    FaultPlan intruder = new FaultPlan(Target.PIPELINE, new Kind.Intruder(20), FROM, UNTIL);

    assertEquals(List.of("forgery-refused"), broken(timeless, intruder));
  }

  private static List<String> broken(Conduct conduct, FaultPlan... faults) {
    Scenario scenario = VirtualDay.under(List.of(faults), VirtualDay.ofCatalogue("smoke"));
    return VirtualDay.play(scenario, conduct).broken();
  }
}
