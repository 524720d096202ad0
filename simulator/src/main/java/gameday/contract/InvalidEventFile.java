package gameday.contract;

import java.util.List;

/** The event file says something that can't be. */
public final class InvalidEventFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidEventFile(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** All faults, a sentence each, in the order of the file. */
  public List<String> faults() {
    return faults;
  }
}
