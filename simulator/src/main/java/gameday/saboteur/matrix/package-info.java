/**
 * The matrix of saboteurs and rules: plays each saboteur on the day it needs, has the rule book
 * judge, and says whether the right rule noticed and no other.
 *
 * <p>Start with {@link gameday.saboteur.matrix.Matrix}. {@link
 * gameday.saboteur.matrix.SabotagedPipeline} is the only program that runs a pipeline that does
 * wrong. Must not print.
 */
package gameday.saboteur.matrix;
