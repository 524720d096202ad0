/**
 * What happened to one question, as a sequence of who told whom.
 *
 * <p>Start with {@link gameday.story.SequencePicture}; {@link gameday.story.Story} sets beside it
 * what the process expected and what the rules found. Values, with raw texts: whoever shows them
 * makes them visible and escapes them. Judges nothing.
 */
package gameday.story;
