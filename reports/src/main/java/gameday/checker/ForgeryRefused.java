package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.Forgery;
import gameday.evidence.RunFacts;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookDelivered;
import gameday.process.Chat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
final class ForgeryRefused implements RunRule {
  private static final String ID = "forgery-refused";
  private static final String MARKED = "forged-";
  private static final String REPLAYED = "replayed";

  @Override
  public String id() {
    return ID;
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
  public Watch watch(RunFacts facts) {
    return new Sentry(facts);
  }

  /** What the pipeline wrote with a mark in it, and where. */
  private record Effect(String mark, String where, Entry entry) {}

  private static final class Sentry implements Watch {
    private final RunFacts facts;
    private final List<Entry> tries = new ArrayList<>();
    private final List<Effect> posts = new ArrayList<>();
    private final List<Effect> writes = new ArrayList<>();
    private final List<Entry> stale = new ArrayList<>();

    Sentry(RunFacts facts) {
      this.facts = facts;
    }

    @Override
    public boolean isExercised() {
      return !tries.isEmpty();
    }

    @Override
    public void see(Entry entry) {
      switch (entry.what()) {
        case IntruderTried tried -> tries.add(entry);
        case WebhookDelivered delivered -> {
          if (delivered.status() != 0 && facts.faults().isStale(entry)) {
            stale.add(entry);
          }
        }
        case SlackPosted post -> {
          if (post.author().role() == Role.PIPELINE) {
            effects(post.text(), () -> "was posted in #" + post.channel(), entry, posts);
          }
        }
        case PipelineNoted note ->
            effects(note.text(), () -> came(note.chat(), note.conversation()), entry, writes);
        case PipelineReplied reply ->
            effects(reply.text(), () -> came(reply.chat(), reply.conversation()), entry, writes);
        case Happening other -> {}
      }
    }

    private static String came(Chat chat, String conversation) {
      return "came into " + chat.word() + " conversation " + conversation;
    }

    private static void effects(
        String text, Supplier<String> where, Entry entry, List<Effect> into) {
      if (text.contains(MARKED)) {
        Forgery.MARK
            .matcher(text)
            .results()
            .forEach(mark -> into.add(new Effect(mark.group(), where.get(), entry)));
      }
    }

    @Override
    public Findings findings() {
      Findings findings = new Findings(ID);
      Map<String, Entry> byMark = new HashMap<>();
      for (Entry tried : tries) {
        String mark = ((IntruderTried) tried.what()).mark();
        if (!mark.isEmpty()) {
          byMark.put(mark, tried);
        }
      }
      Set<String> told = new HashSet<>();
      posts.forEach(effect -> judge(effect, byMark, told, findings));
      writes.forEach(effect -> judge(effect, byMark, told, findings));
      judgeAnswers(told, findings);
      return findings;
    }

    private void judge(
        Effect effect, Map<String, Entry> byMark, Set<String> told, Findings findings) {
      Entry tried = byMark.get(effect.mark());
      if (tried != null && told.add(effect.mark())) {
        IntruderTried what = (IntruderTried) tried.what();
        String sentence =
            "what an intruder sent %s in the name of %s %s at %s"
                .formatted(
                    what.trick(),
                    what.on(),
                    effect.where(),
                    facts.clock().time(effect.entry().atNanos()));
        findings.judged();
        findings.breach(PIPELINE, Optional.empty(), sentence, List.of(tried, effect.entry()));
      }
    }

    private void judgeAnswers(Set<String> told, Findings findings) {
      Numbered bad = new Numbered();
      for (Entry tried : tries) {
        IntruderTried what = (IntruderTried) tried.what();
        if (!what.trick().equals(REPLAYED) && what.status() != 0 && !told.contains(what.mark())) {
          String kind = what.trick() + " requests in the name of " + what.on();
          judge(what.status(), kind, tried, bad, findings);
        }
      }
      for (Entry entry : stale) {
        WebhookDelivered what = (WebhookDelivered) entry.what();
        String kind = what.from() + "'s webhooks that were signed too long ago or ahead";
        judge(what.status(), kind, entry, bad, findings);
      }
      bad.kinds()
          .forEach(
              (kind, breaches) -> {
                String first = facts.clock().time(breaches.witnesses().get(0).atNanos());
                String sentence =
                    "%d %s were answered 2xx, the first at %s"
                        .formatted(breaches.number(), kind, first);
                findings.breach(PIPELINE, Optional.empty(), sentence, breaches.witnesses());
              });
    }

    private static void judge(
        int status, String kind, Entry entry, Numbered bad, Findings findings) {
      findings.judged();
      if (status / 100 == 2) {
        bad.add(kind, entry);
      }
    }
  }
}
