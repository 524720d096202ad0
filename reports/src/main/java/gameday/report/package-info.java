/**
 * The report people read and the files machines read, from one verdict.
 *
 * <p>Writes files and HTML; judges nothing.
 */
package gameday.report;
