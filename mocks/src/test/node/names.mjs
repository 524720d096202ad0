/**
 * What steps kept for later ones, put in for ${name} and ${name*3} (thrice); {"times": 3, "of": 1} is
 * [1, 1, 1].
 */
export class Names {
  #values;

  constructor(facts) {
    this.#values = new Map(Object.entries(facts));
  }

  keep(name, value) {
    if (value === undefined || value === null) {
      throw new Error(`there is nothing to keep as ${name}`);
    }
    this.#values.set(name, String(value));
  }

  /** The same with all names put in. */
  in(json) {
    if (typeof json === 'string') {
      return json.replace(/\$\{([^*}]+)(?:\*(\d+))?}/g, (_, name, times) => this.#value(name).repeat(times ?? 1));
    }
    if (Array.isArray(json)) {
      return json.map((each) => this.in(each));
    }
    if (json?.times) {
      return Array(json.times).fill(this.in(json.of));
    }
    if (json !== null && typeof json === 'object') {
      return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, this.in(value)]));
    }
    return json;
  }

  #value(name) {
    // A name of one letter that nobody kept stands for itself, to make long texts of.
    const value = this.#values.get(name) ?? (name.length === 1 ? name : undefined);
    if (value === undefined) {
      throw new Error(`no earlier step has kept ${name}`);
    }
    return value;
  }
}
