package gameday.mocks.faults;

import java.util.random.RandomGenerator;

/** Something that goes wrong with one product for a while. */
public sealed interface Fault {
  /**
   * Nothing gets through: the pipeline's calls are answered 503, people can't read or write, and
   * nothing is delivered until it is over.
   */
  record Outage() implements Fault {}

  /** This share of calls, 0 to 1, is answered with this HTTP status and not carried out. */
  record Errors(double share, int status) implements Fault {}

  /** Answers take this much longer. */
  record Slow(Sampler by) implements Fault {}

  /** This share of calls, 0 to 1, is carried out, and then the connection is dropped. */
  record LostAnswers(double share) implements Fault {}

  /** Draws delays. Must use no other source of chance than the one it is given. */
  interface Sampler {
    /** A delay in nanoseconds of machine time, zero or more. */
    long nanos(RandomGenerator chance);
  }
}
