/**
 * What a pipeline under test is told and must offer: names of environment variables, the file that
 * describes the event, the paths of its endpoints.
 *
 * <p>Start with {@link gameday.contract.PipelineVariable}. Both sides use this room: whoever starts
 * a pipeline writes these, the reference pipeline reads them. It knows no mock and no server.
 */
package gameday.contract;
