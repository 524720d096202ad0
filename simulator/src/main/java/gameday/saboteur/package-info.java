/**
 * Planted faults that prove the checker: each is the reference pipeline, or its staff, going wrong
 * in one way, and says which rule must notice.
 *
 * <p>Start with {@link gameday.saboteur.Saboteurs}. Pure: all chance comes from a seed and the key
 * of what is to be done, so that a saboteur does alike live and in virtual time. It must not know
 * how it is played or judged.
 */
package gameday.saboteur;
