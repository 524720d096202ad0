/**
 * The mocks put together. Start with {@link gameday.mocks.Mocks}; the rooms below hold the parts.
 */
package gameday.mocks;
