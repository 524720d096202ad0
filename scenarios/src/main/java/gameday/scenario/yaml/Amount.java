package gameday.scenario.yaml;

/**
 * How many questions: a number, or a share of the audience's people.
 *
 * @param value the number or the share, 1 for 100 %
 * @param ofPeople whether it is a share
 */
record Amount(double value, boolean ofPeople) {
  static Amount read(String text) {
    if (text.endsWith("%")) {
      return new Amount(Shares.unbounded(text), true);
    }
    String expected = "must be a number of questions, or a share of the people such as 4%";
    double number = Kinds.number(text, expected);
    if (number < 0) {
      throw new BadValueException(expected);
    }
    return new Amount(number, false);
  }

  double questions(int people) {
    return ofPeople ? value * people : value;
  }
}
