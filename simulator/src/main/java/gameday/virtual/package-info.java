/**
 * A rehearsal in virtual time: the reference pipeline's own core, the simulated people, and the
 * behaviour of the mocks without HTTP, on one thread. A whole day takes less than a second.
 *
 * <p>Start with {@link gameday.virtual.VirtualRehearsal}. The same scenario, script and conduct
 * give the same history, byte for byte. Knows no clock but the kernel's and no chance but the
 * seed's.
 */
package gameday.virtual;
