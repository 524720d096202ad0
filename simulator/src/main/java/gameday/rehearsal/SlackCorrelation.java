package gameday.rehearsal;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.script.QuestionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which questions a Slack message is about: by its thread; else by the e-mail addresses and
 * the issue of the template in it, open escalations first. A guess that finds nothing is empty, not
 * wrong. Safe for use by many threads; knows nothing but what it is told.
 */
public final class SlackCorrelation {
  private static final Pattern EMAIL =
      Pattern.compile("(?<![^\\s,;<>|:()*])[^\\s,;<>|:()*@]{1,64}@[^\\s,;<>|()*@]{1,255}");

  private static final Pattern ID = Pattern.compile("\\bq-\\d+\\b");

  /** So many messages of an asker may be taken for the issue. */
  private static final int MOST_TEXTS = 10;

  /** A question as far as Slack is concerned. */
  private static final class Known {
    private final QuestionId id;
    private final String email;
    private final List<String> texts = new ArrayList<>();
    private String issue = "";
    private boolean escalated;
    private boolean inThread;
    private boolean over;

    Known(QuestionId id, String email, String text) {
      this.id = id;
      this.email = email.toLowerCase(Locale.ROOT);
      this.texts.add(normal(text));
    }

    boolean isAbout(String wanted) {
      return isEscalatedAs(wanted) || hasWritten(wanted);
    }

    /** Whether an agent has escalated it in these words. */
    boolean isEscalatedAs(String wanted) {
      return !wanted.isEmpty() && same(issue, wanted);
    }

    private boolean hasWritten(String wanted) {
      return !wanted.isEmpty() && texts.stream().anyMatch(text -> same(text, wanted));
    }

    /**
     * How well it fits. Who asks the same in the same words again has another question, and what
     * stands in a thread already is not escalated by its asker's words once more.
     */
    int points(String wanted) {
      int words = hasWritten(wanted) ? inThread ? 6 : 10 : 0;
      return (isEscalatedAs(wanted) ? 16 : words)
          + (escalated ? 4 : 0)
          + (inThread ? 0 : 2)
          + (over ? 0 : 1);
    }

    /** Whether it says the same as an issue's text, but for case, white space and punctuation. */
    boolean isLike(String wanted) {
      String words = words(wanted);
      return !words.isEmpty()
          && (words(issue).equals(words)
              || texts.stream().anyMatch(text -> words(text).equals(words)));
    }

    // A pipeline may shorten, or add to, what stands in the note.
    private static boolean same(String mine, String wanted) {
      return !mine.isEmpty()
          && (mine.equals(wanted) || mine.startsWith(wanted) || wanted.startsWith(mine));
    }
  }

  private final Map<QuestionId, Known> questions = new HashMap<>();
  private final Map<String, List<Known>> byEmail = new HashMap<>();
  private final Map<String, Set<QuestionId>> threads = new HashMap<>();
  private final Map<String, String> issues = new HashMap<>();

  /** A question was asked; {@code text} is its first message. */
  public synchronized void asked(QuestionId question, String email, String text) {
    Known known = new Known(question, email, text);
    questions.put(question, known);
    byEmail.computeIfAbsent(known.email, address -> new ArrayList<>()).add(known);
  }

  /** The asker wrote on; a pipeline that missed the first message may take this one for it. */
  public synchronized void wrote(QuestionId question, String text) {
    Known known = questions.get(question);
    if (known != null && known.texts.size() < MOST_TEXTS) {
      known.texts.add(normal(text));
    }
  }

  /** An agent escalated a question. */
  public synchronized void escalated(QuestionId question, EscalationTemplate template) {
    Known known = questions.get(question);
    if (known != null) {
      known.issue = normal(template.issue());
      known.escalated = true;
    }
  }

  /** A question was answered or its asker left. */
  public synchronized void over(QuestionId question) {
    Known known = questions.get(question);
    if (known != null) {
      known.over = true;
    }
  }

  /** The asker of a question that was over has come back with another. */
  public synchronized void cameBack(QuestionId question) {
    Known known = questions.get(question);
    if (known != null) {
      known.over = false;
      known.inThread = false;
    }
  }

  /** The questions of a thread, by its parent's ts, in order of asking. */
  public synchronized List<QuestionId> about(String thread) {
    return threads.getOrDefault(thread, Set.of()).stream().sorted().toList();
  }

  /**
   * A message was posted in the event's channel.
   *
   * @return the questions it is about, in order of asking
   */
  public synchronized List<QuestionId> posted(String ts, Optional<String> threadTs, String text) {
    return posted(ts, threadTs, text, Optional.empty());
  }

  /**
   * The same, of somebody whose mind can be read.
   *
   * @param meant the question they had in mind, which counts if the message fits it: who asks the
   *     same in the same words twice can't be told apart by words
   */
  public synchronized List<QuestionId> posted(
      String ts, Optional<String> threadTs, String text, Optional<QuestionId> meant) {
    Set<QuestionId> found = new LinkedHashSet<>();
    Optional<String> parent = threadTs.filter(thread -> !thread.equals(ts));
    parent.map(threads::get).ifPresent(found::addAll);
    Optional<EscalationTemplate> template = EscalationMessage.readSlack(text);
    if (parent.isEmpty() && template.isPresent()) {
      found.addAll(ofTemplate(template.get(), meant));
      issues.put(ts, normal(template.get().issue()));
    } else if (parent.isPresent()) {
      // Users with the same trouble are added to the thread by their addresses.
      found.addAll(added(text, issues.getOrDefault(parent.get(), "")));
    } else {
      // Talk opens no thread of theirs.
      return talkedOf(text).stream().distinct().sorted().toList();
    }
    if (!found.isEmpty()) {
      threads.computeIfAbsent(parent.orElse(ts), thread -> new LinkedHashSet<>()).addAll(found);
      found.forEach(question -> questions.get(question).inThread = true);
    }
    return found.stream().sorted().toList();
  }

  /** Whose matter somebody writes of outside its thread: by its id in an answer, or its asker. */
  private List<QuestionId> talkedOf(String text) {
    List<QuestionId> found = new ArrayList<>();
    Matcher ids = ID.matcher(text);
    while (ids.find()) {
      Known known = questions.get(new QuestionId(ids.group()));
      if (known != null && known.inThread) {
        found.add(known.id);
      }
    }
    Matcher emails = EMAIL.matcher(text);
    while (emails.find()) {
      // A question mark or a full stop may follow.
      List<Known> theirs =
          of(emails.group().replaceFirst("[?.!]+$", "")).stream()
              .filter(known -> known.inThread && !known.over)
              .toList();
      best(theirs, "").ifPresent(known -> found.add(known.id));
    }
    return found;
  }

  private List<QuestionId> ofTemplate(EscalationTemplate template, Optional<QuestionId> meant) {
    String issue = normal(template.issue());
    List<QuestionId> found = new ArrayList<>();
    for (String email : template.emails()) {
      List<Known> theirs = of(email);
      meant(theirs, issue, meant)
          .or(() -> best(theirs, issue))
          .ifPresent(known -> found.add(known.id));
    }
    return found.isEmpty() ? ofIssue(issue, template.emails().isEmpty()) : found;
  }

  /**
   * A pipeline may name nobody, or somebody else: then the words must do, if that is what an agent
   * escalated, or nobody is named who could be meant instead.
   */
  private List<QuestionId> ofIssue(String issue, boolean namesNobody) {
    return questions.values().stream()
        .filter(known -> !known.inThread && (known.escalated || namesNobody))
        .filter(known -> known.isAbout(issue))
        .max(
            Comparator.comparing((Known known) -> known.escalated)
                .thenComparing(known -> known.id, Comparator.reverseOrder()))
        .map(known -> List.of(known.id))
        .orElse(List.of());
  }

  private List<Known> of(String email) {
    return byEmail.getOrDefault(email.toLowerCase(Locale.ROOT), List.of());
  }

  private static Optional<Known> meant(
      List<Known> theirs, String issue, Optional<QuestionId> meant) {
    return meant.flatMap(
        id ->
            theirs.stream()
                .filter(known -> known.id.equals(id) && known.isAbout(issue))
                .findFirst());
  }

  /** The best of one asker's questions; the latest of equally good ones. */
  private static Optional<Known> best(List<Known> theirs, String issue) {
    Optional<Known> best = Optional.empty();
    int most = -1;
    for (Known known : theirs) {
      int points = known.points(issue);
      if (points >= most) {
        most = points;
        best = Optional.of(known);
      }
    }
    return best;
  }

  /**
   * Whom a message names that stands nowhere yet: an answer may come back, and end the question,
   * before its asker is named in the thread.
   */
  private List<QuestionId> added(String text, String issue) {
    List<QuestionId> found = new ArrayList<>();
    Matcher emails = EMAIL.matcher(text);
    while (emails.find()) {
      List<Known> open = of(emails.group()).stream().filter(known -> !known.inThread).toList();
      List<Known> theirs =
          open.stream().filter(known -> known.escalated || known.isLike(issue)).toList();
      // Whoever has asked once only can't be meant with another question.
      best(theirs.isEmpty() && open.size() == 1 ? open : theirs, issue)
          .ifPresent(known -> found.add(known.id));
    }
    return found;
  }

  private static String normal(String text) {
    return text.strip().replaceAll("\\s+", " ").replace(" … (shortened)", "");
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
