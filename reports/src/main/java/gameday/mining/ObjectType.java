package gameday.mining;

import java.util.List;

/** The kinds of objects that events are about. */
public enum ObjectType {
  QUESTION(
      "question",
      Attribute.CHAT,
      Attribute.AUDIENCE,
      Attribute.TOPIC,
      Attribute.SESSION,
      Attribute.PAGE,
      Attribute.TRUTH,
      Attribute.INTENDED,
      Attribute.ISSUE,
      Attribute.ANSWER),
  /** A thread in Slack, with all questions in it. */
  ISSUE("issue", Attribute.CHANNEL, Attribute.TS),
  MESSAGE("message", Attribute.MEDIUM, Attribute.TEXT),
  CONVERSATION("conversation", Attribute.CHAT),
  PERSON("person", Attribute.ROLE, Attribute.AUDIENCE, Attribute.NAME, Attribute.EMAIL),
  PIPELINE("pipeline");

  private final String word;
  private final List<Attribute> attributes;

  ObjectType(String word, Attribute... attributes) {
    this.word = word;
    this.attributes = List.of(attributes);
  }

  /** Its name in a log. */
  public String word() {
    return word;
  }

  /** What its objects say of themselves; what is not known is left out. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** The id of one of its objects. */
  String id(String own) {
    return word + ":" + own;
  }
}
