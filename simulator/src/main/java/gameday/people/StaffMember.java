package gameday.people;

import gameday.process.Tier;

/**
 * One of the simulated people.
 *
 * @param id such as {@code client-1}, {@code csm-2}, {@code tech-1}; unique
 * @param role their team; never {@link Tier#CHATBOT}
 * @param name as others see it
 * @param email unique, lower case
 */
public record StaffMember(String id, Tier role, String name, String email) {}
