/**
 * The simulated people: chatbot, Client team, CSMs and Tech Support.
 *
 * <p>Start with {@link gameday.people.Staff}. They follow the script's drawn times, know a clock
 * and a world only through {@link gameday.people.Agenda} and {@link gameday.people.World}, and so
 * are the same live and in virtual time. One thread at a time.
 */
package gameday.people;
