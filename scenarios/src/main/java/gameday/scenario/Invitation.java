package gameday.scenario;

/** How far somebody's invitation to a product has come. */
public enum Invitation {
  /** They are in. */
  ACCEPTED,
  /** A letter was sent, and they haven't answered it. */
  INVITED,
  /** Nobody has sent one. */
  NOT_INVITED
}
