package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.Evidence;
import gameday.evidence.Forgery;
import gameday.evidence.Moment;
import gameday.evidence.PipelineWrite;
import gameday.history.Entry;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookDelivered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;

/**
 * Owns what an intruder achieved: a forged or stale request that was answered 2xx, and whatever the
 * pipeline wrote that holds a forgery's mark. The mock's own webhooks count as stale while a fault
 * has put the product's clock too far off.
 *
 * <p>A genuine request that is replayed in time can't be told from a repeated one: it may be
 * answered 2xx, and what it leads to is {@code escalated-once}'s or {@code answer-returned}'s. A
 * request without an answer proves nothing. Breaches of a kind are one violation, with their
 * number.
 */
final class ForgeryRefused implements Rule {
  private static final String REPLAYED = "replayed";
  private static final int SHOWN = 3;

  @Override
  public String id() {
    return "forgery-refused";
  }

  @Override
  public String sentence() {
    return "Unsigned, wrongly signed, stale and replayed requests change nothing.";
  }

  @Override
  public String safety() {
    return "A forged or stale request that was answered 2xx, and any effect of one.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "A request with a wrong signature is answered 200.";
  }

  @Override
  public String blame() {
    return "pipeline";
  }

  @Override
  public String needs() {
    return "an intruder, or a product whose clock is off";
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return !evidence.all(IntruderTried.class).isEmpty();
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    Map<String, Entry> tries = new LinkedHashMap<>();
    evidence.all(IntruderTried.class).stream()
        .filter(tried -> !tried.what().mark().isEmpty())
        .forEach(tried -> tries.put(tried.what().mark(), tried.entry()));
    Set<String> told = judgeEffects(evidence, tries, findings);
    judgeAnswers(evidence, told, findings);
    return findings;
  }

  /** The marks that turned up in what the pipeline wrote. */
  private static Set<String> judgeEffects(
      Evidence evidence, Map<String, Entry> tries, Findings findings) {
    Set<String> seen = new HashSet<>();
    if (tries.isEmpty()) {
      return seen;
    }
    for (Moment<SlackPosted> post : evidence.posts()) {
      if (post.what().author().role() == Role.PIPELINE) {
        String where = "was posted in #" + post.what().channel();
        judge(evidence, new Effect(post.what().text(), where, post.entry()), tries, seen, findings);
      }
    }
    for (PipelineWrite write : evidence.writes()) {
      String where = "came into " + write.chat().word() + " conversation " + write.conversation();
      judge(evidence, new Effect(write.text(), where, write.entry()), tries, seen, findings);
    }
    return seen;
  }

  private record Effect(String text, String where, Entry entry) {}

  private static void judge(
      Evidence evidence,
      Effect effect,
      Map<String, Entry> tries,
      Set<String> seen,
      Findings findings) {
    for (MatchResult mark : Forgery.MARK.matcher(effect.text()).results().toList()) {
      Entry tried = tries.get(mark.group());
      if (tried != null && seen.add(mark.group())) {
        IntruderTried what = (IntruderTried) tried.what();
        String sentence =
            "what an intruder sent %s in the name of %s %s at %s"
                .formatted(
                    what.trick(),
                    what.on(),
                    effect.where(),
                    evidence.clock().time(effect.entry().atNanos()));
        findings.judged();
        findings.breach(PIPELINE, Optional.empty(), sentence, List.of(tried, effect.entry()));
      }
    }
  }

  private static void judgeAnswers(Evidence evidence, Set<String> told, Findings findings) {
    Map<String, List<Entry>> bad = new TreeMap<>();
    for (Moment<IntruderTried> tried : evidence.all(IntruderTried.class)) {
      IntruderTried what = tried.what();
      if (!what.trick().equals(REPLAYED) && what.status() != 0 && !told.contains(what.mark())) {
        String kind = what.trick() + " requests in the name of " + what.on();
        judge(what.status(), kind, tried.entry(), bad, findings);
      }
    }
    for (Moment<WebhookDelivered> delivered : evidence.all(WebhookDelivered.class)) {
      WebhookDelivered what = delivered.what();
      if (what.status() != 0 && evidence.faults().isStale(delivered)) {
        String kind = what.from() + "'s webhooks that were signed too long ago or ahead";
        judge(what.status(), kind, delivered.entry(), bad, findings);
      }
    }
    bad.forEach(
        (kind, entries) ->
            findings.breach(
                PIPELINE,
                Optional.empty(),
                "%d %s were answered 2xx, the first at %s"
                    .formatted(
                        entries.size(), kind, evidence.clock().time(entries.get(0).atNanos())),
                entries.subList(0, Math.min(SHOWN, entries.size()))));
  }

  private static void judge(
      int status, String kind, Entry entry, Map<String, List<Entry>> bad, Findings findings) {
    findings.judged();
    if (status / 100 == 2) {
      bad.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
    }
  }
}
