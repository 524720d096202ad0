package gameday.slices;

import java.util.Arrays;

/** Which questions and entries belong together, each group's in order. */
public final class Groups {
  private static final int UNKNOWN = -1;

  /** Where each group's begin, one more at the end; and the places themselves. */
  private record Rows(int[] begins, int[] places) {}

  private final Rows entries;
  private final Rows questions;
  private final int count;

  Groups(Knots knots, Ints lines, Ints asked, boolean heard) {
    Numbering numbering = new Numbering(knots, heard);
    // Numbered by their first entry, so that neighbours in the file are neighbours here.
    numbering.add(lines);
    numbering.add(asked);
    entries = numbering.rows(lines);
    questions = numbering.rows(asked);
    count = numbering.count;
  }

  private static final class Numbering {
    private final Knots knots;
    private final boolean heard;
    private final int[] groupOfKnot;
    private int count;

    Numbering(Knots knots, boolean heard) {
      this.knots = knots;
      this.heard = heard;
      groupOfKnot = new int[knots.size()];
      Arrays.fill(groupOfKnot, UNKNOWN);
    }

    void add(Ints tied) {
      for (int i = 0; i < tied.size(); i++) {
        int knot = tied.get(i);
        if (knot >= 0 && groupOfKnot[knots.knot(knot)] == UNKNOWN) {
          groupOfKnot[knots.knot(knot)] = count++;
        }
      }
    }

    private int group(int tied) {
      int knot = tied < Survey.NONE && heard ? Survey.NONE - 1 - tied : tied;
      return knot < 0 ? UNKNOWN : groupOfKnot[knots.knot(knot)];
    }

    Rows rows(Ints tied) {
      int[] begins = new int[count + 2];
      for (int i = 0; i < tied.size(); i++) {
        begins[group(tied.get(i)) + 2]++;
      }
      begins[1] = 0;
      for (int i = 2; i < begins.length; i++) {
        begins[i] += begins[i - 1];
      }
      int[] places = new int[begins[count + 1]];
      for (int i = 0; i < tied.size(); i++) {
        int group = group(tied.get(i));
        if (group != UNKNOWN) {
          places[begins[group + 1]++] = i;
        }
      }
      return new Rows(begins, places);
    }
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
