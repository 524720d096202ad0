package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.Evidence;
import gameday.evidence.FaultWindows;
import gameday.evidence.Moment;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.WebhookDelivered;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
final class PoliteClient implements Rule {
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(3);
  private static final Duration EARLY = Duration.ofMillis(50);
  private static final Duration UNDER_WAY = Duration.ofMillis(100);
  private static final int SHOWN = 3;
  private static final int TOO_MANY_REQUESTS = 429;

  /** The outcome of a limit that a fault played without saying when to come again. */
  private static final String UNTOLD = "rate-limits";

  /** How the outcome of a played limit ends that says when to come again. */
  private static final Pattern TOLD = Pattern.compile(" (\\d{1,5})s$");

  @Override
  public String id() {
    return "polite-client";
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

  /** In virtual time there is no HTTP to be judged. */
  @Override
  public boolean isExercised(Evidence evidence) {
    return false;
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    judgeAcknowledgements(evidence, findings);
    judgeRetryAfter(evidence, findings);
    return findings;
  }

  private static void judgeAcknowledgements(Evidence evidence, Findings findings) {
    Map<String, List<Entry>> bad = new TreeMap<>();
    for (Moment<WebhookDelivered> delivered : evidence.all(WebhookDelivered.class)) {
      WebhookDelivered what = delivered.what();
      long sent = delivered.atNanos() - what.nanos();
      Way way = Way.through(what.from(), FaultWindows.PIPELINE);
      if (evidence.faults().touches(sent, delivered.atNanos(), way)
          || evidence.faults().isStale(delivered)) {
        continue;
      }
      findings.judged();
      if (what.status() / 100 != 2) {
        String how = what.status() == 0 ? "got no answer" : "were answered " + what.status();
        bad.computeIfAbsent(what.from() + "'s webhooks " + how, k -> new ArrayList<>())
            .add(delivered.entry());
      } else if (what.nanos() > ACKNOWLEDGED.toNanos()) {
        bad.computeIfAbsent(what.from() + "'s webhooks took over 3 s", k -> new ArrayList<>())
            .add(delivered.entry());
      }
    }
    breach(evidence, bad, findings::missed);
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

  private static void judgeRetryAfter(Evidence evidence, Findings findings) {
    Map<String, Limit> limited = new HashMap<>();
    Map<String, List<Entry>> bad = new TreeMap<>();
    Deque<Moment<PipelineGone>> ends = new ArrayDeque<>(evidence.all(PipelineGone.class));
    for (Moment<PipelineCalled> called : evidence.all(PipelineCalled.class)) {
      // Who was killed can't know what it was told.
      while (!ends.isEmpty() && ends.peek().atNanos() <= called.atNanos()) {
        ends.remove();
        limited.clear();
      }
      String method = called.what().on() + " " + called.what().call();
      Limit limit = limited.get(method);
      if (limit != null && limit.forbids(called.atNanos())) {
        bad.computeIfAbsent(
                "calls of " + method + " came during its Retry-After", k -> new ArrayList<>())
            .add(called.entry());
      }
      limit(called)
          // Nobody can tell when a slow answer told its limit.
          .filter(told -> !evidence.faults().isSlow(called.what().on(), called.atNanos()))
          .ifPresent(
              told -> {
                findings.judged();
                limited.merge(method, told, PoliteClient::both);
              });
    }
    breach(evidence, bad, findings::breach);
  }

  /** Who is told again while it is limited is limited since the first time, and to the last end. */
  private static Limit both(Limit first, Limit next) {
    long end = Math.max(first.endNanos(), next.endNanos());
    return next.sinceNanos() < first.endNanos()
        ? new Limit(first.sinceNanos(), end - first.sinceNanos())
        : next;
  }

  /** The limit that a call was told, if it was. */
  private static Optional<Limit> limit(Moment<PipelineCalled> called) {
    PipelineCalled what = called.what();
    if (what.status() != TOO_MANY_REQUESTS || what.outcome().equals(UNTOLD)) {
      return Optional.empty();
    }
    Matcher told = TOLD.matcher(what.outcome());
    long seconds = told.find() ? Long.parseLong(told.group(1)) : 1;
    long nanos = Duration.ofSeconds(seconds).minus(EARLY).toNanos();
    return Optional.of(new Limit(called.atNanos(), nanos));
  }

  /** How a violation is told: as something that was missed, or as something that was done. */
  private interface Telling {
    void tell(Blame blame, Optional<QuestionId> question, String sentence, List<Entry> witnesses);
  }

  private static void breach(Evidence evidence, Map<String, List<Entry>> bad, Telling telling) {
    bad.forEach(
        (what, entries) ->
            telling.tell(
                PIPELINE,
                Optional.empty(),
                "%d of %s, first at %s"
                    .formatted(
                        entries.size(), what, evidence.clock().time(entries.get(0).atNanos())),
                entries.subList(0, Math.min(SHOWN, entries.size()))));
  }
}
