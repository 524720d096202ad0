package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;

/** Answers of the contract. */
final class Answers {
  private Answers() {}

  static Answer of(int status, JsonNode body) {
    return Answer.json(status, body.toString(), "ok");
  }

  /** A word that a program understands. */
  static Answer error(int status, String word) {
    return Answer.json(status, RequestJson.object().put("error", word).toString(), word);
  }
}
