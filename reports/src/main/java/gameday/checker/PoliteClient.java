package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.FaultWindows;
import gameday.evidence.RunFacts;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.WebhookDelivered;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns the pipeline's manners as an HTTP client and server: webhooks and events acknowledged within
 * 3 s of machine time, and no call of a method while it is limited. What an unacknowledged webhook
 * leads to, a lost escalation say, is a second fault and another rule's.
 *
 * <p>A limit of the mock's own says at least one second, so a call of the limited method is judged
 * within that second only; of a limit that a fault played the history tells how long it is, or that
 * the pipeline wasn't told, which forbids nothing. Calls already under way when the limit was told
 * are excused, so is who was killed since, and whoever refuses what is signed at a time that nobody
 * believes. Breaches of a kind are one violation, with their number.
 */
final class PoliteClient implements RunRule {
  private static final String ID = "polite-client";
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(3);
  private static final Duration EARLY = Duration.ofMillis(50);
  private static final Duration UNDER_WAY = Duration.ofMillis(100);
  private static final int TOO_MANY_REQUESTS = 429;

  /** The outcome of a limit that a fault played without saying when to come again. */
  private static final String UNTOLD = "rate-limits";

  /** How the outcome of a played limit ends that says when to come again. */
  private static final Pattern TOLD = Pattern.compile(" (\\d{1,5})s$");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String sentence() {
    return "Webhooks and events are acknowledged within 3 s, and a Retry-After is respected.";
  }

  @Override
  public String safety() {
    return "A call of a method while it is limited.";
  }

  @Override
  public String liveness() {
    return "A webhook or event acknowledged later than 3 s of machine time, or not at all.";
  }

  @Override
  public String example() {
    return "Slack answers 429 with Retry-After: 5; the pipeline calls again after 2 s.";
  }

  @Override
  public String blame() {
    return "pipeline";
  }

  @Override
  public String needs() {
    return "a live rehearsal";
  }

  @Override
  public Watch watch(RunFacts facts) {
    return new Manners(facts);
  }

  /** A limit that was told: since when, and for how long calls of its method are impolite. */
  private record Limit(long sinceNanos, long nanos) {
    long endNanos() {
      return sinceNanos + nanos;
    }

    boolean forbids(long atNanos) {
      long after = atNanos - sinceNanos;
      return after > UNDER_WAY.toNanos() && after < nanos;
    }
  }

  /** How a violation is told: as something that was missed, or as something that was done. */
  private interface Telling {
    void tell(Blame blame, Optional<QuestionId> question, String sentence, List<Entry> witnesses);
  }

  private static final class Manners implements Watch {
    private final RunFacts facts;
    private final Map<String, Way> ways = new HashMap<>();
    private final Map<String, Limit> limited = new HashMap<>();
    private final Numbered unacknowledged = new Numbered();
    private final Numbered impolite = new Numbered();
    private int gone;
    private int cases;

    Manners(RunFacts facts) {
      this.facts = facts;
    }

    /** In virtual time there is no HTTP to be judged. */
    @Override
    public boolean isExercised() {
      return false;
    }

    @Override
    public void see(Entry entry) {
      if (entry.what() instanceof WebhookDelivered delivered) {
        judgeAcknowledgement(delivered, entry);
      } else if (entry.what() instanceof PipelineCalled called) {
        judgeRetryAfter(called, entry);
      }
    }

    private void judgeAcknowledgement(WebhookDelivered what, Entry entry) {
      long sent = entry.atNanos() - what.nanos();
      Way way = ways.computeIfAbsent(what.from(), from -> Way.through(from, FaultWindows.PIPELINE));
      if (facts.faults().touches(sent, entry.atNanos(), way) || facts.faults().isStale(entry)) {
        return;
      }
      cases++;
      if (what.status() / 100 != 2) {
        String how = what.status() == 0 ? "got no answer" : "were answered " + what.status();
        unacknowledged.add(what.from() + "'s webhooks " + how, entry);
      } else if (what.nanos() > ACKNOWLEDGED.toNanos()) {
        unacknowledged.add(what.from() + "'s webhooks took over 3 s", entry);
      }
    }

    private void judgeRetryAfter(PipelineCalled what, Entry entry) {
      // Who was killed can't know what it was told.
      while (gone < facts.gone().size() && facts.gone().get(gone) <= entry.atNanos()) {
        gone++;
        limited.clear();
      }
      // Nobody can tell when a slow answer told its limit.
      Optional<Limit> told =
          limit(what, entry.atNanos())
              .filter(limit -> !facts.faults().isSlow(what.on(), entry.atNanos()));
      if (limited.isEmpty() && told.isEmpty()) {
        return;
      }
      String method = what.on() + " " + what.call();
      Limit limit = limited.get(method);
      if (limit != null && limit.forbids(entry.atNanos())) {
        impolite.add("calls of " + method + " came during its Retry-After", entry);
      }
      if (told.isPresent()) {
        cases++;
        limited.merge(method, told.get(), PoliteClient::both);
      }
    }

    @Override
    public Findings findings() {
      Findings findings = new Findings(ID);
      findings.judged(cases);
      breach(unacknowledged, findings::missed);
      breach(impolite, findings::breach);
      return findings;
    }

    private void breach(Numbered bad, Telling telling) {
      bad.kinds()
          .forEach(
              (what, breaches) -> {
                String first = facts.clock().time(breaches.witnesses().get(0).atNanos());
                String sentence = "%d of %s, first at %s".formatted(breaches.number(), what, first);
                telling.tell(PIPELINE, Optional.empty(), sentence, breaches.witnesses());
              });
    }
  }

  /** Who is told again while it is limited is limited since the first time, and to the last end. */
  private static Limit both(Limit first, Limit next) {
    long end = Math.max(first.endNanos(), next.endNanos());
    return next.sinceNanos() < first.endNanos()
        ? new Limit(first.sinceNanos(), end - first.sinceNanos())
        : next;
  }

  /** The limit that a call was told, if it was. */
  private static Optional<Limit> limit(PipelineCalled what, long atNanos) {
    if (what.status() != TOO_MANY_REQUESTS || what.outcome().equals(UNTOLD)) {
      return Optional.empty();
    }
    Matcher told = TOLD.matcher(what.outcome());
    long seconds = told.find() ? Long.parseLong(told.group(1)) : 1;
    long nanos = Duration.ofSeconds(seconds).minus(EARLY).toNanos();
    return Optional.of(new Limit(atNanos, nanos));
  }
}
