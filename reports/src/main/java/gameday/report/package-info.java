/**
 * The report people read and the files machines read, from one verdict.
 *
 * <p>Start with {@link gameday.report.RunReport}, which holds all there is to tell, and {@link
 * gameday.report.RunFiles}, which tells it. Writes files, HTML and terminal text; judges nothing.
 * Every text that may come from a user passes {@link gameday.report.Visible} and then the escaping
 * of the place it goes to. The page's templates are in {@code src/main/jte}.
 */
package gameday.report;
