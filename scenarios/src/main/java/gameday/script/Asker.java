package gameday.script;

import gameday.process.Audience;

/**
 * Who asks. A person may ask several questions; the e-mail address is theirs alone.
 *
 * @param name as they call themselves
 * @param email lower case
 * @param audience what they are at the event
 */
public record Asker(String name, String email, Audience audience) {}
