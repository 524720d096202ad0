package gameday.scenario;

import java.util.Optional;

/**
 * Somebody on a team's roster, by name.
 *
 * @param email lower case; unique among the staff
 * @param helpChat their invitation to the help chat; empty in teams that don't work there
 * @param slack their invitation to Slack
 */
public record Invitee(String name, String email, Optional<Invitation> helpChat, Invitation slack) {}
