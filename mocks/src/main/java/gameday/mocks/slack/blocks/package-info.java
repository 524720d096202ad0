/**
 * What Slack takes as a message's blocks, and its words for what it doesn't.
 *
 * <p>Start with {@link gameday.mocks.slack.blocks.BlockKit}. Pure: JSON in, complaints out. It
 * knows the types of blocks and elements, the shape of text objects, and the published lengths and
 * numbers; what an unknown element holds beyond its type isn't looked into. Slack doesn't publish
 * the words of its complaints: these are those seen in public reports.
 */
package gameday.mocks.slack.blocks;
