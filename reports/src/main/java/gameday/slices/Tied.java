package gameday.slices;

import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.evidence.PipelineWrite;
import gameday.evidence.TellingLines;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.ModChatGranted;
import gameday.history.Happening.ModChatRefused;
import gameday.history.Happening.OfQuestion;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.script.QuestionId;
import java.util.List;

/**
 * The names in some entries that follow each other. Made of the entries alone, so that threads may
 * share the work.
 */
public final class Tied {
  private final Longs names = new Longs(12);
  private final Ints ends = new Ints(12);

  private Tied() {}

  /** The names in {@code entries}. */
  public static Tied of(List<Entry> entries) {
    Tied tied = new Tied();
    for (Entry entry : entries) {
      tied.read(entry);
      tied.ends.add(tied.names.size());
    }
    return tied;
  }

  int entries() {
    return ends.size();
  }

  int begin(int entry) {
    return entry == 0 ? 0 : ends.get(entry - 1);
  }

  int end(int entry) {
    return ends.get(entry);
  }

  long name(int place) {
    return names.get(place);
  }

  private void read(Entry entry) {
    switch (entry.what()) {
      case OfQuestion of -> {
        question(of.question());
        if (of instanceof Asked asked) {
          names.add(Names.conversation(asked.conversation()));
        } else if (of instanceof AgentNoted note) {
          // It may name whom to let into a Mod chat.
          EscalationMessage.emails(note.text()).forEach(email -> names.add(Names.door(email)));
        }
      }
      case HarnessTrouble trouble -> trouble.question().ifPresent(this::question);
      case PipelineNoted note -> {
        note.question().ifPresent(this::question);
        write(note.chat(), note.conversation(), note.text());
      }
      case PipelineReplied reply -> {
        reply.question().ifPresent(this::question);
        write(reply.chat(), reply.conversation(), reply.text());
      }
      case SlackPosted post -> post(new Moment<>(entry, post));
      case SlackEdited edit -> edit(entry, edit);
      case SlackReacted reacted -> names.add(Names.thread(reacted.channel(), reacted.ts()));
      case ModChatRefused refused -> door(refused.email());
      case ModChatGranted granted -> door(granted.email());
      case WebhookDelivered delivered -> {
        if (!delivered.conversation().isEmpty()) {
          add(Names.conversation(delivered.conversation()), Names.HEARD);
        }
      }
      case Happening.RunStarted run -> {}
      case Happening.RunEnded run -> {}
      case Happening.FaultBegan run -> {}
      case Happening.FaultEnded run -> {}
      case Happening.PipelineReady run -> {}
      case Happening.PipelineLacks run -> {}
      case Happening.PipelineGone run -> {}
      case Happening.WebhookMeddled machines -> {}
      case Happening.IntruderTried machines -> {}
      case Happening.PipelineCalled machines -> {}
    }
  }

  private void add(long name, int use) {
    names.add(Names.used(name, use));
  }

  private void question(QuestionId question) {
    names.add(Names.question(question.value()));
  }

  private void door(String email) {
    names.add(Names.person(email));
    names.add(Names.door(email));
    add(Names.person(email), Names.EMAIL);
  }

  private void write(Chat chat, String conversation, String text) {
    names.add(Names.conversation(conversation));
    add(Names.words(text.strip()), Names.WRITTEN);
    add(Names.words(PipelineWrite.belowHeader(text)), Names.WRITTEN);
    if (chat == Chat.HELP) {
      TellingLines.of(text).forEach(line -> add(Names.words(line), Names.LINE));
    }
  }

  /** Whoever wrote it: it may be what an answer was edited to. */
  private void edit(Entry entry, SlackEdited edit) {
    names.add(Names.thread(edit.channel(), edit.threadTs().orElse(edit.ts())));
    edit.questions().forEach(this::question);
    SlackPosted now =
        new SlackPosted(
            edit.channel(),
            edit.ts(),
            edit.threadTs(),
            edit.author(),
            edit.text(),
            edit.questions());
    add(Names.words(Issue.shown(new Moment<>(entry, now))), Names.ANSWER);
  }

  private void post(Moment<SlackPosted> post) {
    SlackPosted what = post.what();
    names.add(Names.thread(what.channel(), what.threadTs().orElse(what.ts())));
    what.questions().forEach(this::question);
    if (Issue.isAnswer(post)) {
      add(Names.words(Issue.shown(post)), Names.ANSWER);
    }
    if (what.author().role() == Role.CLIENT_TEAM && what.threadTs().isEmpty()) {
      add(0, Names.BY_HAND);
    }
  }
}
