/**
 * The reference pipeline's log: one line an event, as logfmt or JSON, in which nothing from outside
 * can pass for a line of ours and no secret can stand.
 *
 * <p>Start with {@link gameday.pipeline.log.PipelineLog}. This room knows Logback and nothing of
 * the pipeline; whoever logs uses SLF4J, with messages such as {@code event=delivered key={}}.
 */
package gameday.pipeline.log;
