package gameday.pipeline;

/** Brings what the response team answers in a thread back to those who asked. */
final class Answers {
  private final Playbook playbook;
  private final Turn turn;

  Answers(Playbook playbook, Turn turn) {
    this.playbook = playbook;
    this.turn = turn;
  }

  /**
   * The response team wrote, or changed what they had written. What mentions somebody is talk among
   * staff, and whatever comes in another order than it happened, the latest version counts.
   *
   * @param version when it was changed; blank if it wasn't
   */
  void wrote(Issue issue, String ts, String version, String slackText) {
    boolean isAnswer = !slackText.isBlank() && !Wording.mentionsAnybody(slackText);
    says(issue, issue.said(ts), version, isAnswer ? Wording.plain(slackText) : "");
  }

  /** The response team deleted what they had written. */
  void deleted(Issue issue, String ts) {
    says(issue, issue.said(ts), Said.DELETED, "");
  }

  private void says(Issue issue, Said said, String version, String now) {
    if (!said.isNews(version) || said.answer().equals(now)) {
      return;
    }
    String before = said.answer();
    said.says(now);
    // Who joined after a later answer knows nothing of this one, and needs to know nothing.
    boolean isLatest = issue.answer().filter(said::equals).isPresent();
    for (Ticket ticket : issue.tickets()) {
      if (!said.hasTold(ticket)) {
        if (isLatest) {
          bring(issue, said, ticket);
        }
      } else if (said.isAnswer()) {
        correct(issue, said, ticket);
      } else {
        withdraw(issue, said, before, ticket);
      }
    }
  }

  /** Somebody joined an issue, which may be answered already. */
  void joined(Issue issue, Ticket ticket) {
    issue
        .answer()
        .filter(said -> !said.hasTold(ticket))
        .ifPresent(said -> bring(issue, said, ticket));
  }

  private void bring(Issue issue, Said said, Ticket ticket) {
    said.tells(ticket);
    String note = Wording.answerNote(issue.ts().orElseThrow(), said.answer());
    tell(ticket, "answer:" + said.ts, note, said.answer());
  }

  private void correct(Issue issue, Said said, Ticket ticket) {
    tell(
        ticket,
        "corrected:" + said.ts + ":" + said.stamp(),
        Wording.correctionNote(issue.ts().orElseThrow(), said.answer()),
        Wording.correction(said.answer()));
  }

  private void withdraw(Issue issue, Said said, String before, Ticket ticket) {
    tell(
        ticket,
        "withdrawn:" + said.ts + ":" + said.stamp(),
        Wording.withdrawalNote(issue.ts().orElseThrow(), before),
        Wording.withdrawal(before));
  }

  private void tell(Ticket ticket, String what, String note, String toUser) {
    Conversation conversation = ticket.conversation;
    String key = what + ":" + conversation;
    turn.add(
        switch (playbook.process().route()) {
          case THROUGH_AGENT -> new Effect.NoteToAgent(key, conversation, note);
          case STRAIGHT -> new Effect.ReplyToUser(key, conversation, toUser);
        });
  }
}
