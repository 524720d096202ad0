/** Was it right: one rule a file, each a pure function over the history. */
package gameday.checker;
