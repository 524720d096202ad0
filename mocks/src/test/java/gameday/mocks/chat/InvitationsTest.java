package gameday.mocks.chat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InvitationsTest {
  private final Invitations invitations = new Invitations();

  @Test
  void letsAnAgentActFromAcceptingOn() {
    invitations.invite("a-1");

    assertFalse(invitations.hasAccepted("a-1"));
    assertTrue(invitations.accept("a-1"));
    assertTrue(invitations.hasAccepted("a-1"));
  }

  @Test
  void knowsNoInvitationOfOthers() {
    assertTrue(invitations.hasAccepted("a-2"), "added without an invitation");
    assertFalse(invitations.accept("a-2"));
  }
}
