// Writes a record as YAML: fields, lists and pairs of text, and nothing else.
// Whatever is not surely read as plain text everywhere stands in double quotes, in which only two signs need care.

// Letters, digits and signs that mean nothing to YAML, on one line that begins with a letter.
const PLAIN = /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f](?:[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f ,.'()/+-]*[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f.)])?$/u;
const WORDS = new Set("y n yes no on off true false null nan inf".split(" "));

/** Write words so that every reader of YAML takes them for themselves. */
export function scalar(words) {
  // An item of a list that is not in quotes may not hold what looks like the next one.
  if (PLAIN.test(words) && !words.includes(" - ") && !WORDS.has(words.toLowerCase())) return words;
  return `"${words.replace(/[\\"]/gu, "\\$&")}"`;
}

function lines(name, value) {
  if (typeof value === "string") return [`${name}: ${scalar(value)}`];
  if (value.plain) return [`${name}: ${value.plain}`];
  if (Array.isArray(value)) return [`${name}:`, ...value.map((item) => `  - ${scalar(item)}`)];
  return [`${name}:`, ...Object.entries(value.pairs).map(([key, words]) => `  ${scalar(key)}: ${scalar(words)}`)];
}

/**
 * Write a record from its fields, each a name and a value; empty ones are left out.
 * A value is words, a list of words, `{ pairs }`, or `{ plain }` for what was put together from known parts.
 */
export function record(schema, fields) {
  const written = fields.filter(([, value]) => value && (value.length ?? 1) && Object.keys(value.pairs ?? { a: 1 }).length);
  return [`# yaml-language-server: $schema=${schema}`, ...written.flatMap(([name, value]) => lines(name, value)), ""].join("\n");
}
