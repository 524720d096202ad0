package gameday.history.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.jsonl.JsonLine;

/** The first line of a history file. */
final class Header {
  static final String FORMAT = "gameday-history";
  static final int VERSION = 1;

  private Header() {}

  static ObjectNode write() {
    return JsonLine.object().put("format", FORMAT).put("version", VERSION);
  }

  static void check(JsonLine line) {
    String format = line.text("format");
    if (!format.equals(FORMAT)) {
      throw line.fault("format must be " + FORMAT + ", was " + format);
    }
    int version = line.integer("version");
    if (version != VERSION) {
      throw line.fault("version must be " + VERSION + ", was " + version);
    }
    line.end();
  }
}
