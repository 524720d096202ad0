package gameday.slices;

import java.util.Arrays;

/** Which questions and entries belong together, each group's in order. */
public final class Groups {
  private static final int UNKNOWN = -1;

  /** Where each group's begin, one more at the end; and the places themselves. */
  private record Rows(int[] begins, int[] places) {}

  private final int[] groupOfKnot;
  private final Rows entries;
  private final Rows questions;
  private int count;

  Groups(Knots knots, Ints lines, Ints asked, boolean heard) {
    groupOfKnot = new int[knots.size()];
    Arrays.fill(groupOfKnot, UNKNOWN);
    // Numbered by their first entry, so that neighbours in the file are neighbours here.
    for (int i = 0; i < lines.size(); i++) {
      number(knots, lines.get(i));
    }
    for (int i = 0; i < asked.size(); i++) {
      number(knots, asked.get(i));
    }
    entries = rows(knots, lines, heard);
    questions = rows(knots, asked, false);
  }

  private void number(Knots knots, int knot) {
    if (knot >= 0 && groupOfKnot[knots.knot(knot)] == UNKNOWN) {
      groupOfKnot[knots.knot(knot)] = count++;
    }
  }

  private int group(Knots knots, int line, boolean heard) {
    int knot = line < Survey.NONE && heard ? Survey.NONE - 1 - line : line;
    return knot < 0 ? UNKNOWN : groupOfKnot[knots.knot(knot)];
  }

  private Rows rows(Knots knots, Ints lines, boolean heard) {
    int[] begins = new int[count + 2];
    for (int i = 0; i < lines.size(); i++) {
      begins[group(knots, lines.get(i), heard) + 2]++;
    }
    begins[1] = 0;
    for (int i = 2; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    int[] places = new int[begins[count + 1]];
    for (int i = 0; i < lines.size(); i++) {
      int group = group(knots, lines.get(i), heard);
      if (group != UNKNOWN) {
        places[begins[group + 1]++] = i;
      }
    }
    return new Rows(begins, places);
  }

  /** How many groups there are. */
  public int count() {
    return count;
  }

  /** How many entries a group has. */
  public int entries(int group) {
    return entries.begins[group + 1] - entries.begins[group];
  }

  /** The sequence of one of them. */
  public int entry(int group, int place) {
    return entries.places[entries.begins[group] + place];
  }

  /** How many questions a group has. */
  public int questions(int group) {
    return questions.begins[group + 1] - questions.begins[group];
  }

  /** The place in the script of one of them. */
  public int question(int group, int place) {
    return questions.places[questions.begins[group] + place];
  }
}
