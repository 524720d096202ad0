/**
 * The one thread that lets the core step and writes down what came of it.
 *
 * <p>Start with {@link gameday.pipeline.record.Recorder}. Whatever is learnt is stored together
 * with what is to be done about it, before anybody is told that it was taken; an instance that
 * shares its database takes what the others have learnt first. It must not know where things are
 * learnt, or how anything is delivered.
 */
package gameday.pipeline.record;
