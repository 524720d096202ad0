package gameday.mocks.chat;

import gameday.mocks.delivery.Deliveries;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * What a chat is plugged into.
 *
 * @param deliveries takes its webhooks
 * @param listener is told what visitors and the pipeline do
 * @param out whether the chat is down, so that nobody can act in it
 * @param clock dates messages and signatures; wall time
 */
public record Surroundings(
    Deliveries deliveries, ChatListener listener, BooleanSupplier out, InstantSource clock) {}
