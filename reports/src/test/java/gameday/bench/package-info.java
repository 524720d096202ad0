/** Benchmarks of judging: tiny in every build, whole with {@code mvn verify -Pbench}. */
package gameday.bench;
