package gameday.bench;

import java.time.Duration;
import java.util.Optional;

/** CPU times of this process and its children, between the first look and the last. */
final class CpuTimes {
  private record Look(Duration ours, Duration children) {}

  private Optional<Look> first = Optional.empty();
  private Optional<Look> last = Optional.empty();

  /** Notes them; while the children live. */
  synchronized void look() {
    Look now =
        new Look(
            time(ProcessHandle.current()),
            ProcessHandle.current()
                .descendants()
                .map(CpuTimes::time)
                .reduce(Duration.ZERO, Duration::plus));
    first = first.or(() -> Optional.of(now));
    last = Optional.of(now);
  }

  synchronized Duration ours() {
    return last.map(Look::ours).orElse(Duration.ZERO).minus(startOf().ours());
  }

  synchronized Duration children() {
    return last.map(Look::children).orElse(Duration.ZERO).minus(startOf().children());
  }

  private Look startOf() {
    return first.orElse(new Look(Duration.ZERO, Duration.ZERO));
  }

  private static Duration time(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
