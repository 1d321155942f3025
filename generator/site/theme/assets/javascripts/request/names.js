// Names of new files: an id from a date and a title, as `new` of the command line makes it.

const LONGEST = 80;
const WORDS = 60;
const DEVICES = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/u;
const KEPT = /(?:-quiet|-remind-8h)$/u;

function id(title) {
  const plain = title.normalize("NFKD").replace(/[^\0-\u007f]/gu, "").toLowerCase();
  const whole = plain.replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "").slice(0, LONGEST).replace(/-+$/u, "");
  if (whole.length <= WORDS) return whole;
  const cut = whole.slice(0, WORDS + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : whole.slice(0, WORDS);
}

/** Give the path of a call's record. */
export function callPath(date, title) {
  const words = id(title) || "call";
  const isKept = KEPT.test(words) || /^withheld-[0-9]+$/u.test(words);
  return `calls/${date.slice(0, 4)}/${date}-${words}${isKept ? "-call" : ""}.yaml`;
}

/** Give the path of the record of a recurring call. */
export function seriesPath(title) {
  const words = id(title) || "record";
  const name = /^[0-9]{4}(?:-|$)/u.test(words) ? `the-${words}` : words;
  const isKept = KEPT.test(name) || DEVICES.test(name) || name === "index";
  return `calls/series/${name}${isKept ? "-call" : ""}.yaml`;
}
