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
import gameday.scenario.Roster;
import gameday.scenario.StaffMember;
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
 * time on shift is that of their shifts; the team's is that of all of it who can work, that is,
 * have accepted their invitations; both end with the run. A person nobody ever saw at work is
 * counted in the team only.
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
    Map<String, Double> onShift = new HashMap<>();
    Map<Tier, Double> there = new TreeMap<>();
    for (StaffMember member : Roster.of(evidence.scenario().staff())) {
      double seconds = member.shifts().stream().mapToDouble(this::seconds).sum();
      onShift.put(member.id(), seconds);
      there.merge(member.role(), member.canWork() ? seconds : 0, Double::sum);
    }
    spans.forEach(
        (person, all) -> {
          double worked = worked(all);
          double shift = onShift.getOrDefault(person, 0.0);
          if (shift > 0) {
            shares.put(person, Math.min(1, worked / shift));
          }
          busy.merge(tiers.get(person), worked, Double::sum);
        });
    there.forEach(
        (tier, seconds) -> {
          if (seconds > 0) {
            shares.put(tier.word(), Math.min(1, busy.getOrDefault(tier, 0.0) / seconds));
          }
        });
    return shares;
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

  private double seconds(TeamPlan.Shift shift) {
    Duration end = evidence.clock().eventTime(evidence.endNanos());
    Duration to = shift.to().compareTo(end) < 0 ? shift.to() : end;
    return Math.max(0, to.minus(shift.from()).toNanos() / 1e9);
  }
}
