import { isDeepStrictEqual } from 'node:util';

/** What is wrong with an answer at a path; undefined if nothing is. See Expectation.java. */
export function problem(answer, path, expected) {
  const found = at(answer, path);
  return holds(found, expected)
    ? undefined
    : `${path} must be ${JSON.stringify(expected)}, was ${JSON.stringify(found)} in ${JSON.stringify(answer)}`;
}

/** By names and numbers with dots between; * is each of an array; empty is all. */
export function at(json, path) {
  if (path === '') {
    return json;
  }
  const [first, ...rest] = path.split('.');
  const further = rest.join('.');
  if (first === '*') {
    return Object.values(json ?? {})
      .map((item) => at(item, further))
      .filter((item) => item !== undefined);
  }
  return at(json?.[first], further);
}

function holds(found, expected) {
  if (expected === null || typeof expected !== 'object' || Array.isArray(expected)) {
    return isDeepStrictEqual(found, expected);
  }
  return Object.entries(expected).every(([rule, value]) => keeps(found, rule, value));
}

function keeps(found, rule, value) {
  switch (rule) {
    case 'is':
      return kind(found) === value;
    case 'matches':
      return typeof found === 'string' && new RegExp(value).test(found);
    case 'size':
      return typeof found === 'object' && Object.keys(found).length === value;
    case 'length':
      return typeof found === 'string' && found.length === value;
    case 'absent':
      return (found === undefined) === value;
    default:
      throw new Error(`there is no rule ${rule}`);
  }
}

function kind(found) {
  if (Array.isArray(found)) {
    return 'array';
  }
  return found === null ? 'null' : typeof found;
}
