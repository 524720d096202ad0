/** Objectives: one line each, parsed, judged against measures. */
package gameday.gates;
