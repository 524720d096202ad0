package gameday.mocks.console;

import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;

/** The console's own answers. */
final class ConsoleJson {
  private ConsoleJson() {}

  static Answer done() {
    return Answer.json(200, "{\"ok\":true}", "ok");
  }

  static Answer error(int status, String word, String remedy) {
    var json = RequestJson.object().put("error", word).put("remedy", remedy);
    return Answer.json(status, json.toString(), word);
  }
}
