package gameday.measures;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Author;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.Tier;
import gameday.scenario.TeamPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How busy the staff were: time with at least one question in hand over time on shift, 0 to 1, per
 * person (by roster id) and per team (by its word, such as {@code csm}).
 *
 * <p>An agent has a question in hand from taking it until escalating or answering it, and again
 * from an answer brought back until passing it on. Somebody of the response team has it from the
 * eyes reaction until the next message in the thread. Two questions at once count once. A person's
 * time on shift is that of the team's shifts in which they worked; the team's is people × shifts;
 * both end with the run. A person nobody ever saw at work is counted in the team only.
 */
final class Occupancy {
  private record Span(long fromNanos, long toNanos) {}

  private final Evidence evidence;
  private final Map<String, List<Span>> spans = new TreeMap<>();
  private final Map<String, Tier> tiers = new HashMap<>();

  private Occupancy(Evidence evidence) {
    this.evidence = evidence;
  }

  static Map<String, Double> of(Evidence evidence) {
    Occupancy occupancy = new Occupancy(evidence);
    evidence.cases().forEach(occupancy::readAgents);
    occupancy.readThreads();
    return occupancy.shares();
  }

  private void readAgents(CaseFile file) {
    String holder = "";
    String last = "";
    long since = 0;
    for (Entry entry : file.entries()) {
      if (entry.what() instanceof AgentTook took) {
        holder = took.agent();
        last = holder;
        since = entry.atNanos();
      } else if (entry.what() instanceof PipelineNoted && holder.isEmpty() && !last.isEmpty()) {
        holder = file.isOverBy(entry.atNanos()) ? "" : last;
        since = entry.atNanos();
      } else if (!holder.isEmpty() && lets(entry)) {
        span(holder, Tier.CLIENT_TEAM, since, entry.atNanos());
        holder = "";
      }
    }
    if (!holder.isEmpty()) {
      span(holder, Tier.CLIENT_TEAM, since, evidence.endNanos());
    }
  }

  private static boolean lets(Entry entry) {
    return entry.what() instanceof Escalated
        || entry.what() instanceof GaveUp
        || entry.what() instanceof Closed
        || (entry.what() instanceof AgentReplied reply && reply.answers());
  }

  private void readThreads() {
    Map<String, Long> since = new HashMap<>();
    for (Entry entry : evidence.history().entries()) {
      if (entry.what() instanceof SlackReacted seen && seen.name().equals("eyes")) {
        since.putIfAbsent(key(seen.author(), seen.channel(), seen.ts()), entry.atNanos());
      } else if (entry.what() instanceof SlackPosted post && post.threadTs().isPresent()) {
        String key = key(post.author(), post.channel(), post.threadTs().get());
        Long from = since.remove(key);
        if (from != null && post.author().isResponseTeam()) {
          span(post.author().name(), post.author().tier().orElseThrow(), from, entry.atNanos());
        }
      }
    }
  }

  private static String key(Author author, String channel, String ts) {
    return author.name() + " " + channel + " " + ts;
  }

  private void span(String person, Tier tier, long from, long to) {
    tiers.put(person, tier);
    spans.computeIfAbsent(person, p -> new ArrayList<>()).add(new Span(from, to));
  }

  private Map<String, Double> shares() {
    Map<String, Double> shares = new TreeMap<>();
    Map<Tier, Double> busy = new TreeMap<>();
    spans.forEach(
        (person, all) -> {
          double worked = worked(all);
          double there = onShift(plan(tiers.get(person)), all);
          shares.put(person, there <= 0 ? 0 : Math.min(1, worked / there));
          busy.merge(tiers.get(person), worked, Double::sum);
        });
    for (Tier tier : List.of(Tier.CLIENT_TEAM, Tier.CSM, Tier.TECH_SUPPORT)) {
      TeamPlan plan = plan(tier);
      double there = plan.shifts().stream().mapToDouble(this::seconds).sum() * plan.people();
      if (there > 0) {
        shares.put(tier.word(), Math.min(1, busy.getOrDefault(tier, 0.0) / there));
      }
    }
    return shares;
  }

  private TeamPlan plan(Tier tier) {
    return switch (tier) {
      case CHATBOT, CLIENT_TEAM -> evidence.scenario().staff().clientTeam();
      case CSM -> evidence.scenario().staff().csm();
      case TECH_SUPPORT -> evidence.scenario().staff().techSupport();
    };
  }

  /** Length of the union of the spans, in seconds of event time. */
  private double worked(List<Span> all) {
    long total = 0;
    long reached = Long.MIN_VALUE;
    for (Span span : all.stream().sorted(Comparator.comparingLong(Span::fromNanos)).toList()) {
      long from = Math.max(span.fromNanos(), reached);
      total += Math.max(0, span.toNanos() - from);
      reached = Math.max(reached, span.toNanos());
    }
    return evidence.clock().eventTime(total).toNanos() / 1e9;
  }

  private double onShift(TeamPlan plan, List<Span> all) {
    return plan.shifts().stream()
        .filter(
            shift ->
                all.stream()
                    .map(span -> evidence.clock().eventTime(span.fromNanos()))
                    .anyMatch(
                        at -> at.compareTo(shift.from()) >= 0 && at.compareTo(shift.to()) < 0))
        .mapToDouble(this::seconds)
        .sum();
  }

  private double seconds(TeamPlan.Shift shift) {
    Duration end = evidence.clock().eventTime(evidence.endNanos());
    Duration to = shift.to().compareTo(end) < 0 ? shift.to() : end;
    return Math.max(0, to.minus(shift.from()).toNanos() / 1e9);
  }
}
