package gameday.mocks.slack.blocks;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, and where, in Slack's words. */
final class Complaints {
  private static final int MOST = 20;
  private static final int LONGEST_QUOTE = 40;

  private final List<String> found = new ArrayList<>();

  /** Such as {@code must be an array [json-pointer:/blocks]}. */
  void add(String what, String pointer) {
    if (found.size() < MOST) {
      found.add(what + " [json-pointer:" + pointer + "]");
    }
  }

  void missing(String field, String pointer) {
    add("missing required field: " + field, pointer);
  }

  void unsupported(String type, String pointer) {
    add("unsupported type: " + shortened(type), pointer + "/type");
  }

  void superfluous(String field, String pointer) {
    add("invalid additional property: " + shortened(field), pointer);
  }

  /** Plain characters only, so that none is cut in two. */
  private static String shortened(String text) {
    var start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text;
    return start.replaceAll("[^ -~]", "?");
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
