package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.Evidence;
import gameday.evidence.FaultWindows;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.WebhookDelivered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Owns the pipeline's manners as an HTTP client and server: webhooks and events acknowledged within
 * 3 s of machine time, and no call of a method while it is limited. What an unacknowledged webhook
 * leads to, a lost escalation say, is a second fault and another rule's.
 *
 * <p>A {@code Retry-After} is at least one second, so a call of the limited method is judged within
 * that second only; calls already under way when the limit was told are excused. Breaches of a kind
 * are one violation, with their number.
 */
final class PoliteClient implements Rule {
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(3);
  private static final Duration LEAST_RETRY_AFTER = Duration.ofMillis(950);
  private static final Duration UNDER_WAY = Duration.ofMillis(100);
  private static final int SHOWN = 3;

  @Override
  public String id() {
    return "polite-client";
  }

  @Override
  public String sentence() {
    return "Webhooks and events are acknowledged within 3 s, and a Retry-After is respected.";
  }

  @Override
  public String owns() {
    return "A webhook or event acknowledged later than 3 s of machine time, and a call of a "
        + "method while it is limited.";
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
      Set<String> targets = Set.of(what.from(), FaultWindows.PIPELINE);
      if (evidence.faults().touches(sent, delivered.atNanos(), targets)) {
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
    breach(evidence, bad, findings);
  }

  private static void judgeRetryAfter(Evidence evidence, Findings findings) {
    Map<String, Long> limited = new HashMap<>();
    Map<String, List<Entry>> bad = new TreeMap<>();
    for (Moment<PipelineCalled> called : evidence.all(PipelineCalled.class)) {
      String method = called.what().on() + " " + called.what().call();
      Long since = limited.get(method);
      if (since != null) {
        long after = called.atNanos() - since;
        if (after > UNDER_WAY.toNanos() && after < LEAST_RETRY_AFTER.toNanos()) {
          bad.computeIfAbsent(
                  "calls of " + method + " came during its Retry-After", k -> new ArrayList<>())
              .add(called.entry());
        }
      }
      if (called.what().status() == 429) {
        findings.judged();
        limited.put(method, called.atNanos());
      }
    }
    breach(evidence, bad, findings);
  }

  private static void breach(Evidence evidence, Map<String, List<Entry>> bad, Findings findings) {
    bad.forEach(
        (what, entries) ->
            findings.breach(
                PIPELINE,
                Optional.empty(),
                "%d of %s, first at %s"
                    .formatted(
                        entries.size(), what, evidence.clock().time(entries.get(0).atNanos())),
                entries.subList(0, Math.min(SHOWN, entries.size()))));
  }
}
