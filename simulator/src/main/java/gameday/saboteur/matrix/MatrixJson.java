package gameday.saboteur.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.verdict.RuleVerdict;
import java.util.Locale;

/** The matrix for programs. */
public final class MatrixJson {
  private static final int VERSION = 1;

  private MatrixJson() {}

  /** {@code {"version", "right", "faults", "trials": [{"who", "seed", "cells": {…}}]}}. */
  public static String of(Matrix matrix) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", VERSION).put("right", matrix.isRight());
    ArrayNode faults = root.putArray("faults");
    matrix.faults().forEach(faults::add);
    ArrayNode trials = root.putArray("trials");
    matrix.trials().forEach(trial -> trials.add(trial(trial)));
    return root.toPrettyString();
  }

  private static ObjectNode trial(Trial trial) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("who", trial.who()).put("seed", trial.seed()).put("right", trial.isRight());
    trial
        .saboteur()
        .ifPresent(one -> node.put("rule", one.rule()).put("blame", one.blame().word()));
    ObjectNode cells = node.putObject("cells");
    for (RuleVerdict rule : trial.rules()) {
      cells.put(rule.rule(), word(trial.cell(rule)));
    }
    return node;
  }

  private static String word(Trial.Cell cell) {
    return cell.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
