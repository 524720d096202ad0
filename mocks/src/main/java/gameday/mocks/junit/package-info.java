/**
 * The mocks in anybody's JUnit tests. Start with {@link gameday.mocks.junit.MocksExtension}; needs
 * JUnit Jupiter, which this module doesn't bring along.
 */
package gameday.mocks.junit;
