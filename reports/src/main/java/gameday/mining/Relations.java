package gameday.mining;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.process.Chat;
import gameday.script.QuestionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The objects that one event is about. */
final class Relations {
  /** The pipeline under test, the only object of its type. */
  static final Link BY_PIPELINE =
      new Link(Qualifier.BY, ObjectType.PIPELINE, ObjectType.PIPELINE.word());

  static final Link TO_PIPELINE =
      new Link(Qualifier.TO, ObjectType.PIPELINE, ObjectType.PIPELINE.word());

  private final Cast cast;
  private final Entry entry;
  private final Set<Link> links = new LinkedHashSet<>();

  private Relations(Cast cast, Entry entry) {
    this.cast = cast;
    this.entry = entry;
  }

  static Set<Link> of(Cast cast, Entry entry) {
    Relations relations = new Relations(cast, entry);
    relations.read(entry.what());
    return relations.links;
  }

  private void read(Happening what) {
    switch (what) {
      case Happening.OfQuestion e -> ofQuestion(e);
      case Happening.PipelineNoted e -> written(e.chat(), e.conversation(), e.question());
      case Happening.PipelineReplied e -> written(e.chat(), e.conversation(), e.question());
      case Happening.SlackPosted e -> {
        by(e.author());
        writes();
        thread(e.channel(), e.ts(), e.threadTs());
        e.questions().forEach(this::about);
      }
      case Happening.SlackEdited e -> {
        by(e.author());
        on(e.channel(), e.ts());
        e.threadTs().ifPresent(ts -> in(e.channel(), ts));
        e.questions().forEach(this::about);
      }
      case Happening.SlackReacted e -> {
        by(e.author());
        on(e.channel(), e.ts());
        in(e.channel(), e.ts());
      }
      case Happening.ModChatRefused e -> person(Qualifier.TO, cast.others.get(e.email()));
      case Happening.ModChatGranted e -> person(Qualifier.TO, cast.others.get(e.email()));
      case Happening.WebhookDelivered e -> webhook(e.from(), e.conversation());
      case Happening.WebhookMeddled e -> webhook(e.from(), e.conversation());
      case Happening.IntruderTried e -> links.add(TO_PIPELINE);
      case Happening.PipelineCalled e -> links.add(BY_PIPELINE);
      case Happening.PipelineReady e -> links.add(BY_PIPELINE);
      case Happening.PipelineLacks e -> links.add(BY_PIPELINE);
      case Happening.PipelineGone e -> links.add(BY_PIPELINE);
      case Happening.HarnessTrouble e -> e.question().ifPresent(this::about);
      case Happening.RunStarted e -> {}
      case Happening.RunEnded e -> {}
      case Happening.FaultBegan e -> fault(e.on());
      case Happening.FaultEnded e -> fault(e.on());
    }
  }

  private void ofQuestion(Happening.OfQuestion what) {
    about(what.question());
    String conversation = cast.conversationOf.get(what.question());
    if (conversation != null) {
      links.add(new Link(Qualifier.IN, ObjectType.CONVERSATION, conversation));
    }
    switch (what) {
      case Happening.Asked e -> byAsker(e, true);
      case Happening.UserWrote e -> byAsker(e, true);
      case Happening.AgentRequested e -> byAsker(e, false);
      case Happening.GaveUp e -> byAsker(e, false);
      case Happening.ChatbotReplied e -> writes();
      case Happening.AgentTook e -> byStaff(e.agent(), false);
      case Happening.AgentReplied e -> byStaff(e.agent(), true);
      case Happening.AgentNoted e -> byStaff(e.agent(), true);
      case Happening.Escalated e -> byStaff(e.agent(), false);
      case Happening.Closed e -> byStaff(e.by(), false);
    }
  }

  private void byAsker(Happening.OfQuestion what, boolean writes) {
    cast.asker(what.question()).ifPresent(asker -> person(Qualifier.BY, asker));
    if (writes) {
      writes();
    }
  }

  private void byStaff(String name, boolean writes) {
    person(Qualifier.BY, cast.staff.get(name));
    if (writes) {
      writes();
    }
  }

  private void person(Qualifier qualifier, Cast.Person person) {
    if (person != null) {
      links.add(new Link(qualifier, ObjectType.PERSON, person.id()));
    }
  }

  private void by(Author author) {
    if (author.role() == Author.Role.PIPELINE) {
      links.add(BY_PIPELINE);
    } else {
      person(Qualifier.BY, cast.staff.get(author.name()));
    }
  }

  private void writes() {
    links.add(new Link(Qualifier.WRITES, ObjectType.MESSAGE, entry.sequence()));
  }

  private void about(QuestionId question) {
    links.add(
        new Link(Qualifier.ABOUT, ObjectType.QUESTION, ObjectType.QUESTION.id(question.value())));
  }

  private void written(Chat chat, String own, Optional<QuestionId> question) {
    links.add(BY_PIPELINE);
    writes();
    String conversation = Cast.conversation(chat.word(), own);
    links.add(new Link(Qualifier.IN, ObjectType.CONVERSATION, conversation));
    question
        .or(() -> Optional.ofNullable(cast.questionIn.get(conversation)))
        .ifPresent(this::about);
  }

  private void thread(String channel, String ts, Optional<String> threadTs) {
    String opened = Cast.place(channel, ts);
    if (threadTs.isPresent()) {
      in(channel, threadTs.get());
    } else if (cast.issues.containsKey(opened)) {
      links.add(new Link(Qualifier.OPENS, ObjectType.ISSUE, ObjectType.ISSUE.id(opened)));
    }
  }

  private void in(String channel, String ts) {
    String place = Cast.place(channel, ts);
    if (cast.issues.containsKey(place)) {
      links.add(new Link(Qualifier.IN, ObjectType.ISSUE, ObjectType.ISSUE.id(place)));
    }
  }

  private void on(String channel, String ts) {
    cast.message(channel, ts)
        .ifPresent(at -> links.add(new Link(Qualifier.ON, ObjectType.MESSAGE, at)));
  }

  private void webhook(String from, String own) {
    links.add(TO_PIPELINE);
    String conversation = Cast.conversation(from, own);
    if (cast.conversations.containsKey(conversation)) {
      links.add(new Link(Qualifier.IN, ObjectType.CONVERSATION, conversation));
    }
  }

  private void fault(String on) {
    if (on.equals("pipeline")) {
      links.add(TO_PIPELINE);
    }
  }

  /** What of them holds of the message that the event makes, too. */
  static List<Link> ofMessage(Set<Link> ofEvent) {
    return ofEvent.stream()
        .filter(link -> link.qualifier() != Qualifier.WRITES)
        .filter(link -> link.qualifier() != Qualifier.ABOUT)
        .toList();
  }
}
