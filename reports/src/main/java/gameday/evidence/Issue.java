package gameday.evidence;

import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.SlackText;
import gameday.script.QuestionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An escalation in Slack: the message by the template and its thread. */
public final class Issue {
  private static final Pattern MENTION = Pattern.compile("<[@!#]");

  private static final Pattern LINK =
      Pattern.compile("<((?:https?://|mailto:)[^>|]*)(?:\\|([^>]*))?>");

  private final Moment<SlackPosted> root;
  private final boolean inEventChannel;
  private final List<Moment<SlackPosted>> replies = new ArrayList<>();
  private final List<Moment<SlackReacted>> reactions = new ArrayList<>();
  private final Map<QuestionId, Moment<SlackPosted>> joined = new LinkedHashMap<>();
  private final List<Moment<SlackEdited>> edits = new ArrayList<>();
  private boolean repeated;

  Issue(Moment<SlackPosted> root, boolean inEventChannel) {
    this.root = root;
    this.inEventChannel = inEventChannel;
  }

  void join(QuestionId question, Moment<SlackPosted> by) {
    joined.putIfAbsent(question, by);
  }

  void add(Moment<SlackPosted> reply) {
    replies.add(reply);
  }

  void edit(Moment<SlackEdited> edit) {
    edits.add(edit);
  }

  void react(Moment<SlackReacted> reaction) {
    reactions.add(reaction);
  }

  void repeat() {
    repeated = true;
  }

  /** The message that opened the thread. */
  public Moment<SlackPosted> root() {
    return root;
  }

  /** Whether it stands in the event's own channel. */
  public boolean isInEventChannel() {
    return inEventChannel;
  }

  /** Whether all its questions stood in the channel already, with no further escalation. */
  public boolean isRepeated() {
    return repeated;
  }

  /** Messages in the thread, in order. */
  public List<Moment<SlackPosted>> replies() {
    return Collections.unmodifiableList(replies);
  }

  /** Reactions to the message that opened it, in order. */
  public List<Moment<SlackReacted>> reactions() {
    return Collections.unmodifiableList(reactions);
  }

  /** The questions it is about, with the message that made each one part of it. */
  public Map<QuestionId, Moment<SlackPosted>> questions() {
    return Collections.unmodifiableMap(joined);
  }

  /** Its questions, for a quick look. */
  public Set<QuestionId> ids() {
    return questions().keySet();
  }

  /** When somebody of the response team first showed up: a reply, or eyes on the message. */
  public Optional<Long> seenNanos() {
    long seen = Long.MAX_VALUE;
    for (Moment<SlackPosted> reply : replies) {
      if (reply.what().author().isResponseTeam()) {
        seen = Math.min(seen, reply.atNanos());
      }
    }
    for (Moment<SlackReacted> reaction : reactions) {
      boolean eyes = reaction.what().name().equals("eyes");
      if (eyes && reaction.what().author().isResponseTeam()) {
        seen = Math.min(seen, reaction.atNanos());
      }
    }
    return seen == Long.MAX_VALUE ? Optional.empty() : Optional.of(seen);
  }

  /** Replies that are the answer: by the response team, mentioning nobody. */
  public List<Moment<SlackPosted>> answers() {
    return replies.stream().filter(Issue::isAnswer).toList();
  }

  /**
   * The same, and after each what it was edited to, as if that had been posted when it was edited.
   * An edit that changes no word is none.
   */
  public List<Moment<SlackPosted>> answersAndEdits() {
    return edits.isEmpty()
        ? answers()
        : replies.stream()
            .flatMap(reply -> versions(reply).stream())
            .filter(Issue::isAnswer)
            .toList();
  }

  /** What the message of a version became next; empty if it stayed as it is. */
  public Optional<Moment<SlackPosted>> editOf(Moment<SlackPosted> version) {
    return edits.isEmpty()
        ? Optional.empty()
        : versions(version).stream()
            .filter(later -> later.entry().sequence() > version.entry().sequence())
            .findFirst();
  }

  /** The message of a version as it was posted. */
  public Moment<SlackPosted> original(Moment<SlackPosted> version) {
    if (edits.isEmpty()) {
      return version;
    }
    return replies.stream()
        .filter(reply -> reply.what().ts().equals(version.what().ts()))
        .findFirst()
        .orElse(version);
  }

  private List<Moment<SlackPosted>> versions(Moment<SlackPosted> reply) {
    List<Moment<SlackPosted>> versions = new ArrayList<>(List.of(original(reply)));
    for (Moment<SlackEdited> edit : edits) {
      SlackPosted was = versions.getLast().what();
      if (edit.what().ts().equals(was.ts()) && !edit.what().text().equals(was.text())) {
        SlackPosted now =
            new SlackPosted(
                was.channel(),
                was.ts(),
                was.threadTs(),
                was.author(),
                edit.what().text(),
                was.questions());
        versions.add(new Moment<>(edit.entry(), now));
      }
    }
    return versions;
  }

  /** Whether a message in a thread is an answer, and no talk among staff. */
  public static boolean isAnswer(Moment<SlackPosted> post) {
    return post.what().threadTs().isPresent()
        && post.what().author().isResponseTeam()
        && !MENTION.matcher(post.what().text()).find();
  }

  /**
   * A message's text as people see it and as it must come back. Slack writes an address as {@code
   * <https://…>}; what people see is the address, after its label if it has another one.
   */
  public static String shown(Moment<SlackPosted> post) {
    String text = post.what().text();
    String unlinked =
        text.indexOf('<') < 0
            ? text
            : LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(label(link.group(1), link.group(2))));
    return SlackText.unescape(unlinked).strip();
  }

  private static String label(String address, String label) {
    String bare = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
    boolean same = label == null || label.isBlank() || address.endsWith(label);
    return same ? bare : label + " (" + bare + ")";
  }
}
