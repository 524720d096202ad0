package gameday.history;

import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.PipelinePart;
import gameday.process.Tier;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened. Written to files under its name with hyphens, as in {@code
 * agent-replied}.
 *
 * <p>"Accepted" means that the mock has stored it and answered 2xx, or would have, had a fault not
 * eaten the answer.
 */
public sealed interface Happening {
  /** A happening that belongs to one question. */
  sealed interface OfQuestion extends Happening {
    QuestionId question();
  }

  // ---- the run itself ----

  /** First entry: what is rehearsed, at which speed. */
  record RunStarted(String scenario, long seed, double speed, String clock) implements Happening {}

  /** Last entry. */
  record RunEnded(Reason reason, String detail) implements Happening {
    /** Why a run ended. */
    public enum Reason {
      /** Every question was closed, given up or past its deadline. */
      DRAINED,
      /** Questions were still open when the time allowed for draining was over. */
      STILL_OPEN,
      INTERRUPTED,
      /** The pipeline was not there at the start, or the harness itself failed. */
      ABORTED
    }
  }

  /** A fault of the scenario began; {@code on} and {@code kind} in the scenario's words. */
  record FaultBegan(String on, String kind) implements Happening {}

  /** A fault of the scenario ended. */
  record FaultEnded(String on, String kind) implements Happening {}

  /** The pipeline answered its health check. */
  record PipelineReady(String how) implements Happening {}

  /**
   * The pipeline said that it doesn't know these parts; told once, after it was ready first.
   * Nothing is asked of it there, and nothing judged.
   */
  record PipelineLacks(List<PipelinePart> parts) implements Happening {
    public PipelineLacks {
      parts = List.copyOf(parts);
    }
  }

  /** The pipeline's process ended; {@code expected} if the harness ended it. */
  record PipelineGone(boolean expected, int exitCode) implements Happening {}

  /** The harness could not do what the script says; {@code question} if one is concerned. */
  record HarnessTrouble(Optional<QuestionId> question, String what) implements Happening {}

  // ---- the asker ----

  /** The first message was accepted by the chat. */
  record Asked(QuestionId question, Chat chat, String conversation, String text)
      implements OfQuestion {}

  /** A further message was accepted. */
  record UserWrote(QuestionId question, String text) implements OfQuestion {}

  /** The asker asked for a live agent (in a Mod chat, asking is that already). */
  record AgentRequested(QuestionId question) implements OfQuestion {}

  /** The asker left without an answer. */
  record GaveUp(QuestionId question, boolean silently) implements OfQuestion {}

  // ---- the chats' own side ----

  /** The chatbot wrote to the asker; {@code resolves} if that answered the question. */
  record ChatbotReplied(QuestionId question, String text, boolean resolves) implements OfQuestion {}

  /** An agent of the Client team took the question. */
  record AgentTook(QuestionId question, String agent) implements OfQuestion {}

  /**
   * An agent wrote to the asker; {@code answers} if it is meant as the answer (or the answer to a
   * follow-up), not as a word in between.
   */
  record AgentReplied(QuestionId question, String agent, String text, boolean answers)
      implements OfQuestion {}

  /** An agent wrote a private note; with {@code /escalate} it is {@link Escalated} too. */
  record AgentNoted(QuestionId question, String agent, String text) implements OfQuestion {}

  /** An agent escalated: wrote the note, or decided to post by hand. */
  record Escalated(QuestionId question, String agent, EscalationWay way, String issue)
      implements OfQuestion {}

  /** The conversation was closed. */
  record Closed(QuestionId question, String by) implements OfQuestion {}

  // ---- the pipeline in the chats ----

  /**
   * The pipeline wrote a private note into a conversation.
   *
   * @param question whose conversation it is; empty if no question of the script
   */
  record PipelineNoted(Chat chat, String conversation, Optional<QuestionId> question, String text)
      implements Happening {}

  /** The pipeline wrote to the user of a conversation. */
  record PipelineReplied(Chat chat, String conversation, Optional<QuestionId> question, String text)
      implements Happening {}

  // ---- Slack ----

  /**
   * A message was accepted by Slack.
   *
   * @param channel the channel's name
   * @param ts its id in the channel
   * @param threadTs the parent's ts, if it stands in a thread
   * @param author who wrote it
   * @param text as stored, in Slack's markup
   * @param questions which questions it is about, as far as the harness can tell from the thread,
   *     or from the template's e-mails and issue
   */
  record SlackPosted(
      String channel,
      String ts,
      Optional<String> threadTs,
      Author author,
      String text,
      List<QuestionId> questions)
      implements Happening {
    public SlackPosted {
      questions = List.copyOf(questions);
    }
  }

  /**
   * Somebody edited what they had written.
   *
   * @param channel the channel's name
   * @param ts the message's id in the channel, which stays
   * @param threadTs the parent's ts, if it stands in a thread
   * @param author who wrote it
   * @param text as stored now, in Slack's markup
   * @param questions which questions the message is about, as far as the harness can tell
   */
  record SlackEdited(
      String channel,
      String ts,
      Optional<String> threadTs,
      Author author,
      String text,
      List<QuestionId> questions)
      implements Happening {
    public SlackEdited {
      questions = List.copyOf(questions);
    }
  }

  /** Somebody reacted to a message; an eyes reaction says that they have seen it. */
  record SlackReacted(String channel, String ts, Author author, String name) implements Happening {}

  /**
   * Who wrote in Slack.
   *
   * @param role what they are
   * @param name the person's id in the roster, such as {@code csm-2}; the pipeline's bot name
   */
  record Author(Role role, String name) {
    /** What somebody in Slack is. */
    public enum Role {
      PIPELINE,
      CLIENT_TEAM,
      CSM,
      TECH_SUPPORT,
      OTHER
    }

    /** Whether they may answer an escalation. */
    public boolean isResponseTeam() {
      return role == Role.CSM || role == Role.TECH_SUPPORT;
    }

    /** The author as member of a tier; empty for the pipeline and strangers. */
    public Optional<Tier> tier() {
      return switch (role) {
        case CLIENT_TEAM -> Optional.of(Tier.CLIENT_TEAM);
        case CSM -> Optional.of(Tier.CSM);
        case TECH_SUPPORT -> Optional.of(Tier.TECH_SUPPORT);
        case PIPELINE, OTHER -> Optional.empty();
      };
    }
  }

  // ---- Mod chat's door ----

  /** The platform refused somebody who is no member of a session's Mod chat. */
  record ModChatRefused(String session, String email, boolean writing) implements Happening {}

  /** Somebody was let into a session's Mod chat by a grant. */
  record ModChatGranted(String session, String email) implements Happening {}

  // ---- machines ----

  /**
   * One attempt to deliver a webhook or event to the pipeline ended.
   *
   * @param from {@code help-chat}, {@code mod-chat} or {@code slack}
   * @param delivery the delivery's id, the same for all attempts
   * @param attempt 0 for the first
   * @param status HTTP status, or 0 if there was no answer
   * @param nanos how long it took, machine time
   * @param conversation the conversation or Slack message it is about, if any
   */
  record WebhookDelivered(
      String from, String delivery, int attempt, int status, long nanos, String conversation)
      implements Happening {}

  /**
   * A fault was played on a webhook or event: what comes of that is not the pipeline's doing.
   *
   * @param from {@code help-chat}, {@code mod-chat} or {@code slack}
   * @param delivery the delivery's id; of one that is told again under a new id, the new one
   * @param attempt which attempt to deliver it was played on, 0 for the first
   * @param fault the fault in the scenario's words. {@code stale-clock} is told of each attempt
   *     whose signed time is too far off to be believed
   * @param conversation the conversation or Slack message it is about, if any
   */
  record WebhookMeddled(
      String from, String delivery, int attempt, String fault, String conversation)
      implements Happening {}

  /**
   * An intruder sent the pipeline what no product had sent.
   *
   * @param on whose webhook it was to look like: {@code help-chat}, {@code mod-chat} or {@code
   *     slack}
   * @param trick {@code unsigned}, {@code wrongly-signed} or {@code stale} if forged; {@code
   *     replayed} if it was genuine, or {@code replayed-late} if it was too old to be believed, too
   * @param status HTTP status, or 0 if there was no answer
   * @param mark what the forged text holds, and nothing genuine does; empty for a replay
   */
  record IntruderTried(String on, String trick, int status, String mark) implements Happening {}

  /**
   * The pipeline called a mock.
   *
   * @param on {@code help-chat}, {@code mod-chat} or {@code slack}
   * @param call method and path, or Slack's method name
   * @param status HTTP status that was answered, or would have been; 0 if there was none
   * @param outcome {@code ok}, Slack's error word, or the word of the fault that was played; a
   *     played limit with its {@code Retry-After}, as in {@code rate-limits 2s}
   */
  record PipelineCalled(String on, String call, int status, String outcome) implements Happening {}
}
