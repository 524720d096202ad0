package gameday.pipeline;

import java.util.HashSet;
import java.util.Set;

/** A message of the response team in a thread, as far as it was heard of. */
final class Said {
  /** Later than any edit: what is deleted stays so. */
  static final String DELETED = "deleted";

  final String ts;

  /** What stands as the answer, as people see it; blank if it is none. */
  private String answer = "";

  private String stamp = "";
  private boolean heard;
  private final Set<Ticket> told = new HashSet<>();

  Said(String ts) {
    this.ts = ts;
  }

  /**
   * Whether a version of it is newer than what was heard of; takes it for the latest then.
   *
   * @param version the edit's ts, blank for the original
   */
  boolean isNews(String version) {
    boolean news = !heard || version.compareTo(stamp) > 0;
    if (news) {
      heard = true;
      stamp = version;
    }
    return news;
  }

  String stamp() {
    return stamp;
  }

  String answer() {
    return answer;
  }

  /** It says this now; blank if it is no answer. */
  void says(String text) {
    answer = text;
  }

  boolean isAnswer() {
    return !answer.isBlank();
  }

  /** This conversation hears of it. */
  void tells(Ticket ticket) {
    told.add(ticket);
  }

  /** Whether this conversation has heard of it. */
  boolean hasTold(Ticket ticket) {
    return told.contains(ticket);
  }
}
