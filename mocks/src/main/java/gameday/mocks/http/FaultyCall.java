package gameday.mocks.http;

import gameday.mocks.faults.Fate;
import gameday.mocks.faults.Faults;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Plays on a call of the pipeline what the faults have drawn for it, and tells the listener what
 * was played.
 */
final class FaultyCall {
  /** What is told as status if no answer was sent. */
  private static final int NO_ANSWER = 0;

  private final Faults faults;
  private final HeldCalls held;
  private final CallListener listener;

  FaultyCall(Faults faults, CallListener listener) {
    this.faults = faults;
    this.held = new HeldCalls();
    this.listener = listener;
  }

  /**
   * @param carriedOut lets the call be carried out and answered; called once at most
   */
  Scene.Later play(Service service, Call call, Supplier<Answer> carriedOut) {
    var mishap = faults.onCall(service.name());
    var played = new Play(service, call, carriedOut).scene(mishap.fate());
    return new Scene.Later(played, mishap.delayNanos());
  }

  /** One call. */
  private final class Play {
    private final Service service;
    private final Call call;
    private final Supplier<Answer> carriedOut;
    private final String label;

    Play(Service service, Call call, Supplier<Answer> carriedOut) {
      this.service = service;
      this.call = call;
      this.carriedOut = carriedOut;
      this.label = service.label(call);
    }

    Scene scene(Fate fate) {
      return switch (fate) {
        case Fate.Fine fine -> {
          var answer = carriedOut.get();
          yield told(answer, answer.outcome());
        }
        case Fate.Troubled troubled -> {
          carryOut(troubled.accepted());
          var answer = service.troubled(troubled.trouble(), call);
          yield told(answer, troubled.word());
        }
        case Fate.Paged paged -> {
          carryOut(paged.accepted());
          yield told(ErrorPage.of(paged.status(), paged.word()), paged.word());
        }
        case Fate.Dropped dropped -> {
          listener.called(service.name(), label, lostStatus(dropped.accepted()), dropped.word());
          yield new Scene.Dropped();
        }
        case Fate.Held hold -> {
          listener.called(service.name(), label, lostStatus(hold.accepted()), hold.word());
          yield held.mayHold() ? new Scene.Held() : new Scene.Dropped();
        }
        case Fate.Cut cut -> cut(carriedOut.get(), cut);
      };
    }

    private Scene told(Answer answer, String outcome) {
      listener.called(service.name(), label, answer.status(), answer.told(outcome));
      return new Scene.Answered(answer);
    }

    private void carryOut(boolean accepted) {
      if (accepted) {
        carriedOut.get();
      }
    }

    /** The status of the answer that nobody gets, if there was one. */
    private int lostStatus(boolean accepted) {
      return accepted ? carriedOut.get().status() : NO_ANSWER;
    }

    private Scene cut(Answer whole, Fate.Cut cut) {
      listener.called(service.name(), label, whole.status(), cut.word());
      var bytes = (int) (whole.body().length * cut.part());
      return cut.closed()
          ? new Scene.CutShort(whole, bytes)
          : new Scene.Answered(
              new Answer(
                  whole.status(),
                  whole.headers(),
                  Arrays.copyOf(whole.body(), bytes),
                  whole.outcome()));
    }
  }
}
