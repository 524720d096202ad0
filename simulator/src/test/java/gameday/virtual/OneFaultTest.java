package gameday.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Scenario;
import gameday.scenario.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of fault by itself, wherever it can hit, for most of a day. */
class OneFaultTest {
  private static final Duration FROM = Duration.ofMinutes(2);
  private static final Duration UNTIL = Duration.ofMinutes(28);

  /** Read once: that takes longer than to play it. */
  private static final Scenario STORM = VirtualDay.ofCatalogue("fault-storm");

  private static final Spread LATE =
      new Spread.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(40));

  private static final List<Kind> OF_PRODUCTS =
      List.of(
          new Kind.Outage(),
          new Kind.Errors(0.5, 500),
          new Kind.RateLimits(0.5, OptionalInt.of(3)),
          new Kind.RateLimits(0.5, OptionalInt.empty()),
          new Kind.Slow(new Spread.Uniform(Duration.ofMillis(100), Duration.ofSeconds(12))),
          new Kind.TimeOuts(0.5, 0.5),
          new Kind.LostCalls(1),
          new Kind.LostAnswers(0.6),
          new Kind.CutAnswers(0.6, 0.5),
          new Kind.ErrorPages(0.6, 502, 0.5),
          new Kind.ErrorPages(0.6, 200, 0.5),
          new Kind.RevokedToken(),
          new Kind.StaleClock(Duration.ofMinutes(-10)),
          new Kind.StaleClock(Duration.ofMinutes(4)),
          new Kind.DuplicatedWebhooks(0.5),
          new Kind.RepeatedWebhooks(0.5, 4),
          new Kind.ReorderedWebhooks(0.5),
          new Kind.DelayedWebhooks(0.5, LATE),
          new Kind.LostWebhooks(0.3));

  static Stream<Arguments> faults() {
    Stream<Arguments> all =
        Arrays.stream(HelpChatProduct.values())
            .flatMap(
                chat ->
                    targets(chat).stream()
                        .flatMap(on -> OF_PRODUCTS.stream().map(it -> Arguments.of(chat, on, it))));
    Stream<Arguments> others =
        Stream.of(
            Arguments.of(
                HelpChatProduct.CHATWOOT,
                Target.SLACK,
                new Kind.ErrorWords(0.6, "internal_error", 0.5)),
            Arguments.of(HelpChatProduct.CHATWOOT, Target.PIPELINE, new Kind.Crash()),
            Arguments.of(HelpChatProduct.SMARTLOOP, Target.PIPELINE, new Kind.Crash()),
            Arguments.of(HelpChatProduct.INTERCOM, Target.PIPELINE, new Kind.Crash()),
            Arguments.of(HelpChatProduct.CHATWOOT, Target.PIPELINE, new Kind.Intruder(20)));
    return Stream.concat(all, others);
  }

  /** What doesn't depend on the help chat is hit once. */
  private static List<Target> targets(HelpChatProduct product) {
    return switch (product) {
      case CHATWOOT -> List.of(Target.SLACK, Target.HELP_CHAT, Target.MOD_CHAT);
      case SMARTLOOP -> List.of(Target.SLACK, Target.HELP_CHAT);
      case INTERCOM -> List.of(Target.HELP_CHAT);
    };
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isBorne(HelpChatProduct product, Target on, Kind kind) {
    Scenario scenario =
        VirtualDay.under(
            List.of(new FaultPlan(on, kind, FROM, UNTIL)), VirtualDay.in(product, STORM));

    VirtualDay day = VirtualDay.play(scenario);

    assertEquals(List.of(), day.broken(), () -> day.faults().toString());
    assertTrue(hasHit(day, kind), () -> "nothing was hit by " + kind);
  }

  /** A clock that is only a little off hits nothing that could be told. */
  private static boolean hasHit(VirtualDay day, Kind kind) {
    return switch (kind) {
      case Kind.Crash crash -> day.all(Happening.PipelineGone.class).count() == 1;
      case Kind.Intruder intruder -> day.all(Happening.IntruderTried.class).count() > 100;
      // While the chat is out there is nothing for the pipeline to write there.
      case Kind.Outage outage -> true;
      case Kind.Slow slow -> true;
      case Kind.StaleClock clock -> true;
      case Kind other ->
          day.all(Happening.PipelineCalled.class)
                  .anyMatch(called -> called.outcome().startsWith(kind.word()))
              || day.all(Happening.WebhookMeddled.class)
                  .anyMatch(meddled -> meddled.fault().equals(kind.word()));
    };
  }
}
