/**
 * The reference pipeline's memory: every input in its order, and the outbox of effects, in SQLite
 * or PostgreSQL.
 *
 * <p>Start with {@link gameday.pipeline.store.Ledger}. All that differs between the two databases
 * is in here. It must not know how inputs come in, how effects are delivered, or what they mean.
 */
package gameday.pipeline.store;
