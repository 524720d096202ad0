package gameday.mocks.slack;

import java.util.Arrays;
import java.util.Optional;

/** What sort of conversation a channel is. */
enum Kind {
  PUBLIC("public_channel", "channel", "channels"),
  PRIVATE("private_channel", "group", "groups"),
  DIRECT("im", "im", "im"),
  GROUP_DIRECT("mpim", "mpim", "mpim");

  /** What {@code conversations.list} calls it. */
  final String type;

  /** What events call it. */
  final String channelType;

  /** What its scopes start with. */
  final String scope;

  Kind(String type, String channelType, String scope) {
    this.type = type;
    this.channelType = channelType;
    this.scope = scope;
  }

  static Optional<Kind> ofType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  /** Whether it is for messages between people and not a channel with a name. */
  boolean isDirect() {
    return this == DIRECT || this == GROUP_DIRECT;
  }
}
