/** How much a live rehearsal carries. Correctness in every build, figures with {@code -Pbench}. */
package gameday.bench;
