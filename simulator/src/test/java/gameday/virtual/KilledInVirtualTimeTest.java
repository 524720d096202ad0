package gameday.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.history.History;
import gameday.pipeline.Conduct;
import gameday.process.Chat;
import gameday.process.HelpChatProduct;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pipeline is killed after each of its steps in turn; nobody notices. */
class KilledInVirtualTimeTest {
  private static final long DEAD_NANOS = 20_000_000_000L;

  /** Questions of each tier in both chats, among them one with a follow-up. */
  private static final int QUESTIONS = 12;

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void isBorneAtEveryStep(HelpChatProduct product) {
    assertEquals(List.of(), faults(product, question -> true, Conduct.HONEST));
  }

  @Test
  void isNotBorneByWhoDoesNotLookBeforeRepeating() {
    Conduct hasty =
        new Conduct() {
          @Override
          public boolean looksBeforeRepeating() {
            return false;
          }
        };

    List<String> faults = faults(HelpChatProduct.CHATWOOT, question -> true, hasty);

    assertTrue(faults.stream().anyMatch(it -> it.contains("escalated-once")), faults::toString);
  }

  @Test
  void isNotBorneByWhoAcknowledgesBeforeStoring() {
    Conduct forgetful =
        new Conduct() {
          @Override
          public boolean storesBeforeAcknowledging() {
            return false;
          }
        };

    // Everybody else can be asked what they said.
    List<String> faults =
        faults(HelpChatProduct.CHATWOOT, question -> question.chat() == Chat.MOD, forgetful);

    assertTrue(faults.stream().anyMatch(it -> it.contains("no-question-lost")), faults::toString);
  }

  /** What goes wrong if the pipeline is killed after each of its steps in turn. */
  private static List<String> faults(
      HelpChatProduct product, Predicate<ScriptedQuestion> which, Conduct conduct) {
    Scenario whole = VirtualDay.in(product, VirtualDay.ofCatalogue("smoke"));
    List<String> first =
        ScriptDraw.draw(whole).questions().stream()
            .filter(which)
            .limit(QUESTIONS)
            .map(question -> question.id().value())
            .toList();
    Scenario scenario = VirtualDay.only(first, whole);
    Script script = ScriptDraw.draw(scenario);
    int[] steps = {0};
    VirtualRehearsal.play(scenario, script, conduct, (stage, shell) -> () -> steps[0]++);
    assertTrue(steps[0] > 50, () -> "only " + steps[0]);
    List<String> faults = new ArrayList<>();
    for (int step = 1; step <= steps[0]; step++) {
      int after = step;
      History history =
          VirtualRehearsal.play(
              scenario, script, conduct, (stage, shell) -> new OneKill(stage, shell, after));
      VirtualDay day = VirtualDay.of(scenario, script, history);
      assertEquals(1, day.all(Happening.PipelineGone.class).count());
      if (!day.broken().isEmpty()) {
        faults.add("killed after step " + step + ": " + day.faults());
      }
    }
    return faults;
  }

  /** Kills the pipeline once, and starts it again a little later. */
  private static final class OneKill implements Kills {
    private static final Happening BEGAN = new Happening.FaultBegan("pipeline", "crash");
    private static final Happening ENDED = new Happening.FaultEnded("pipeline", "crash");

    private final Stage stage;
    private final Shell shell;
    private int left;

    OneKill(Stage stage, Shell shell, int after) {
      this.stage = stage;
      this.shell = shell;
      this.left = after;
    }

    @Override
    public void stepped() {
      if (--left == 0) {
        stage.chronicle.record(BEGAN);
        shell.crash();
        stage.time.after(
            DEAD_NANOS,
            () -> {
              shell.restart();
              stage.chronicle.record(ENDED);
            });
      }
    }
  }
}
