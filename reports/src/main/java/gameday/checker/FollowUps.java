package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.FollowUpKind;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.evidence.Way;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.SlackPosted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reminders and second calls: which were due, and which message was which.
 *
 * <p>A message that is in the wrong place at the right time counts as done: {@code in-thread} owns
 * it, and {@code on-time} does not miss it.
 */
final class FollowUps {
  /** What became of one deadline of one issue. */
  enum State {
    KEPT,
    EARLY,
    LATE,
    MISSING,
    /** A message stands there that no deadline asked for, or a second one. */
    NOT_DUE,
    /** Due and done, but in another place. */
    MISPLACED,
    /** Too close to call, over, or the run ended first. */
    NO_CASE
  }

  /** One deadline, or one message that none asked for. */
  record Case(
      Issue issue,
      FollowUpKind kind,
      long dueNanos,
      State state,
      Optional<Moment<SlackPosted>> post) {}

  private final Evidence evidence;
  private final List<Case> cases = new ArrayList<>();
  private final List<Case> missing = new ArrayList<>();
  private final List<Moment<SlackPosted>> strays = new ArrayList<>();

  private FollowUps(Evidence evidence) {
    this.evidence = evidence;
  }

  static FollowUps of(Evidence evidence) {
    FollowUps all = read(evidence);
    all.findMissing();
    return all;
  }

  /** All but the search for those that are missing. */
  private static FollowUps read(Evidence evidence) {
    FollowUps all = new FollowUps(evidence);
    for (Moment<SlackPosted> post : evidence.posts()) {
      boolean stray =
          FollowUpKind.of(post.what()).isPresent() && evidence.thread(post.what()).isEmpty();
      if (stray && post.what().author().role() == Role.PIPELINE) {
        all.strays.add(post);
      }
    }
    for (Issue issue : evidence.issues()) {
      if (issue.isInEventChannel() && !issue.isRepeated()) {
        for (FollowUpKind kind : FollowUpKind.values()) {
          all.read(issue, kind);
        }
      }
    }
    return all;
  }

  /** What is searched for in other threads than its own, and what may be found there. */
  static List<LooseEnd> looseEnds(Evidence evidence) {
    FollowUps all = read(evidence);
    List<LooseEnd> ends = new ArrayList<>();
    for (Case lost : all.missing) {
      long sequence = lost.issue.root().entry().sequence();
      ends.add(new LooseEnd(sequence, lost.kind, true, all.from(lost), all.to(lost)));
    }
    all.strays.forEach(post -> ends.add(LooseEnd.offer(post)));
    for (Case kept : all.cases) {
      if (isMisfit(kept.state)) {
        kept.post.ifPresent(post -> ends.add(LooseEnd.offer(post)));
      }
    }
    return ends;
  }

  List<Case> cases() {
    return cases;
  }

  private void read(Issue issue, FollowUpKind kind) {
    long due =
        issue.root().atNanos()
            + evidence.clock().wallNanos(kind.after(evidence.scenario().process().deadlines()));
    List<Moment<SlackPosted>> posts =
        issue.replies().stream()
            .filter(p -> p.what().author().role() == Role.PIPELINE)
            .filter(p -> FollowUpKind.of(p.what()).filter(kind::equals).isPresent())
            .toList();
    if (posts.isEmpty()) {
      boolean demanded = isDemanded(issue, due);
      State state = demanded ? State.MISSING : State.NO_CASE;
      (demanded || isAllowed(issue, due) ? missing : cases)
          .add(new Case(issue, kind, due, state, Optional.empty()));
      return;
    }
    for (int i = 0; i < posts.size(); i++) {
      State state = i > 0 ? State.NOT_DUE : state(issue, due, posts.get(0).atNanos());
      cases.add(new Case(issue, kind, due, state, Optional.of(posts.get(i))));
    }
  }

  private State state(Issue issue, long due, long posted) {
    if (posted < due - evidence.tolerance().earlyNanos()) {
      return State.EARLY;
    }
    Optional<Long> seen = issue.seenNanos();
    boolean couldKnow =
        seen.isPresent()
            && seen.get() < due - evidence.tolerance().lateNanos()
            && !evidence.faults().touches(seen.get(), due, Way.ofThread(issue));
    if (couldKnow) {
      return State.NOT_DUE;
    }
    return posted > latest(issue, due) ? State.LATE : State.KEPT;
  }

  private boolean isDemanded(Issue issue, long due) {
    long latest = latest(issue, due);
    boolean seen = issue.seenNanos().filter(at -> at <= latest).isPresent();
    boolean over =
        !issue.ids().isEmpty()
            && issue.ids().stream()
                .flatMap(q -> evidence.caseOf(q).stream())
                .allMatch(file -> file.turnOf(issue).isOverBy(latest));
    return !seen && !over && latest <= evidence.endNanos();
  }

  /**
   * The latest moment for what is due then. Whoever isn't told that the escalation stands, because
   * a fault eats the answer or the news of it, can count from that fault's end only.
   */
  private long latest(Issue issue, long due) {
    long stands = issue.root().atNanos();
    Way way = Way.ofThread(issue);
    long clear = evidence.faults().clear(stands, way);
    // Who was kept from it may only hear at the next try.
    long heard = clear == stands ? stands : clear + evidence.tolerance().retryNanos();
    return Math.max(
        evidence.faults().latest(due, way), evidence.faults().latest(heard + due - stands, way));
  }

  /** Whether nobody showed up so long before that there was nothing to say any more. */
  private boolean isAllowed(Issue issue, long due) {
    return due <= evidence.endNanos()
        && issue.seenNanos().filter(at -> at < due - evidence.tolerance().lateNanos()).isEmpty();
  }

  /** Those that are demanded choose first; what nobody demands can't be missing. */
  private void findMissing() {
    missing.sort(Comparator.comparing((Case lost) -> lost.state() != State.MISSING));
    for (Case lost : missing) {
      long from = from(lost);
      long to = to(lost);
      Optional<Moment<SlackPosted>> stray =
          strays.stream()
              .filter(p -> FollowUpKind.of(p.what()).filter(lost.kind::equals).isPresent())
              .filter(p -> from <= p.atNanos() && p.atNanos() <= to)
              .findFirst();
      Optional<Case> elsewhere =
          cases.stream()
              .filter(c -> c.kind == lost.kind && isMisfit(c.state))
              .filter(c -> c.post.filter(p -> from <= p.atNanos() && p.atNanos() <= to).isPresent())
              .findFirst();
      stray.ifPresent(strays::remove);
      if (stray.isEmpty() && elsewhere.isPresent()) {
        cases.remove(elsewhere.get());
      }
      Optional<Moment<SlackPosted>> done = stray.or(() -> elsewhere.flatMap(Case::post));
      State state = done.isPresent() ? State.MISPLACED : lost.state;
      cases.add(new Case(lost.issue, lost.kind, lost.dueNanos, state, done));
    }
  }

  private long from(Case lost) {
    return lost.dueNanos - evidence.tolerance().earlyNanos();
  }

  private long to(Case lost) {
    return latest(lost.issue, lost.dueNanos);
  }

  private static boolean isMisfit(State state) {
    return state == State.NOT_DUE || state == State.EARLY;
  }
}
