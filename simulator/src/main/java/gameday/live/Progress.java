package gameday.live;

import java.time.Duration;

/**
 * How a rehearsal stands, for people who watch.
 *
 * @param clock event time now
 * @param length event time at which the last question is asked
 * @param timeLeft wall time until the last question is asked; zero while draining
 * @param planned questions of the script
 * @param asked questions asked so far
 * @param withChatbot open questions the chatbot has
 * @param withClientTeam open questions that wait for the Client team or that it has
 * @param withCsm threads that wait for a CSM or that one works on
 * @param withTechSupport threads to which Tech Support was called
 * @param escalated questions escalated so far
 * @param answered questions answered so far, by anybody
 * @param gaveUp askers who left without an answer
 * @param longestWait of those who wait for a person now, event time
 * @param pipelineThere whether the pipeline's process lives, as far as known
 */
public record Progress(
    Duration clock,
    Duration length,
    Duration timeLeft,
    int planned,
    int asked,
    int withChatbot,
    int withClientTeam,
    int withCsm,
    int withTechSupport,
    int escalated,
    int answered,
    int gaveUp,
    Duration longestWait,
    boolean pipelineThere) {}
