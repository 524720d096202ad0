package gameday.mocks.modchat;

import java.util.Locale;

/** What somebody is in a session's Mod chat. */
public enum Role {
  SPEAKER,
  MODERATOR,
  SITE_ADMIN,
  /** Let in by a grant, with direction from the Client team. */
  GRANTED,
  CLIENT_TEAM,
  PIPELINE;

  /** As {@code author.role} says it, such as {@code site-admin}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
