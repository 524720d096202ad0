/**
 * The command line: parses, wires, prints; decides nothing.
 *
 * <p>Start with {@link gameday.cli.Main}. The only room that writes to the terminal.
 */
package gameday.cli;
