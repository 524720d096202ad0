package gameday.slices;

import gameday.evidence.TellingLines;
import gameday.script.ScriptedQuestion;

/**
 * One look over a whole run, script first: who has to do with whom. Keeps a few numbers of each
 * question and entry, and no text.
 */
public final class Survey {
  /** No group needs the line. */
  static final int NONE = -1;

  private final Knots knots = new Knots();

  /** Per question its number. */
  private final Ints questions = new Ints(16);

  /** Per question its asker's name. */
  private final Longs askers = new Longs(16);

  /** Per entry a number that it is tied to; NONE, or below it the number of what was heard. */
  private final Ints lines = new Ints(16);

  private final Ints byHand = new Ints(16);
  private final Pairing answers = new Pairing();
  private final Pairing userLines = new Pairing();
  private final Pairing people = new Pairing();

  /**
   * The next question of the script.
   *
   * @return the place of an earlier question that very likely has the same id; -1 if none has
   */
  public int read(ScriptedQuestion question) {
    int before = knots.size();
    int number = knots.number(Names.question(question.id().value()));
    long asker = Names.person(question.asker().email());
    people.offer(asker, number);
    for (ScriptedQuestion.Line message : question.messages()) {
      TellingLines.of(message.text()).forEach(line -> userLines.offer(Names.words(line), number));
    }
    int same = number < before ? number : -1;
    questions.add(number);
    askers.add(asker);
    return same;
  }

  /** The next entries of the history, once the script is read. */
  public void read(Tied tied) {
    for (int entry = 0; entry < tied.entries(); entry++) {
      int knot = NONE;
      for (int i = tied.begin(entry); i < tied.end(entry); i++) {
        knot = read(tied.name(i), knot);
      }
      lines.add(knot);
    }
  }

  private int read(long name, int knot) {
    long bare = Names.used(name, Names.TIED);
    switch (Names.use(name)) {
      case Names.TIED -> {
        int number = knots.number(bare);
        if (knot == NONE) {
          return number;
        }
        knots.tie(knot, number);
      }
      case Names.ANSWER -> answers.offer(bare, knot);
      case Names.WRITTEN -> answers.call(bare, knot);
      case Names.LINE -> userLines.call(bare, knot);
      case Names.EMAIL -> people.call(bare, knot);
      case Names.BY_HAND -> byHand.add(knot);
      case Names.HEARD -> {
        return NONE - 1 - knots.number(bare);
      }
      default -> throw new IllegalStateException("no such use of a name: " + Names.use(name));
    }
    return knot;
  }

  /** How many questions were read. */
  public int questions() {
    return questions.size();
  }

  /** How many entries were read. */
  public int entries() {
    return lines.size();
  }

  /**
   * The groups, once everything is read.
   *
   * @param heard whether a group needs what the pipeline heard about its conversations
   */
  public Groups groups(boolean heard) {
    answers.tie(knots);
    userLines.tie(knots);
    peopleNamedByHand();
    people.tie(knots);
    return new Groups(knots, lines, questions, heard);
  }

  /** A message pasted by hand names people, so all questions of these people belong to it. */
  private void peopleNamedByHand() {
    if (byHand.size() == 0) {
      return;
    }
    boolean[] named = new boolean[knots.size()];
    for (int i = 0; i < byHand.size(); i++) {
      named[knots.knot(byHand.get(i))] = true;
    }
    for (int i = 0; i < questions.size(); i++) {
      if (named[knots.knot(questions.get(i))]) {
        people.call(askers.get(i), questions.get(i));
      }
    }
  }
}
