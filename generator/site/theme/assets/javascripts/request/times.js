// Days, hours that clocks skip or show twice, and the rhythms that a first day can begin.
// A day is written as records write it, 2031-05-07; the browser knows the zones.

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WHICH = ["first", "second", "third", "fourth"];
const SEEN = 5 * 366;
const DAY = 86_400_000;
const clocks = new Map();
const changes = new Map();

function at(day, hour = "00:00") {
  return Date.parse(`${day}T${hour}:00Z`);
}

function written(instant) {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Tell whether a text is a day that there is, in the years that records know. */
export function isDay(text) {
  if (!/^(?:1[89]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$/u.test(text)) return false;
  return !Number.isNaN(at(text)) && written(at(text)) === text;
}

/** Tell whether a text is an hour of a day. */
export function isHour(text) {
  return /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/u.test(text);
}

/** Give the day some days after another. */
export function later(day, days) {
  return written(at(day) + days * DAY);
}

/** Give the day that a clock on the reader's wall shows. */
export function dayOf(now) {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** Give how far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offset(instant, zone) {
  if (!clocks.has(zone)) {
    const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
    clocks.set(zone, new Intl.DateTimeFormat("en-US", { ...parts, hourCycle: "h23", timeZone: zone }));
  }
  const shown = Object.fromEntries(clocks.get(zone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - instant;
}

/** Tell whether an hour of a day does not exist in a zone (`gap`), comes twice (`fold`), or neither. */
export function oddHour(day, hour, zone) {
  const local = at(day, hour);
  const offsets = [...new Set([offset(local - DAY, zone), offset(local + DAY, zone)])];
  const found = offsets.filter((ahead) => offset(local - ahead, zone) === ahead).length;
  return found === 0 ? "gap" : found === 2 ? "fold" : "";
}

/** Give the days from one on, for some years, around which the clocks of a zone change. */
function changesFrom(day, zone) {
  const key = `${day} ${zone}`;
  if (!changes.has(key)) {
    const found = [];
    for (let number = 0; number < SEEN; number += 1) {
      const noon = at(later(day, number), "12:00");
      if (offset(noon - DAY, zone) !== offset(noon, zone)) found.push(later(day, number - 1), later(day, number));
    }
    changes.set(key, found);
  }
  return changes.get(key);
}

/** Give the first day of a recurring call on which its hour is odd, and how; nothing where there is none. */
export function oddDay(first, until, hour, zone, rhythm) {
  for (const day of changesFrom(first, zone)) {
    if (day < first || (until && day > until) || !rhythm.falls(first, day)) continue;
    const how = oddHour(day, hour, zone);
    if (how) return { day, how };
  }
  return null;
}

function weekdayOf(day) {
  return new Date(at(day)).getUTCDay();
}

function numberOf(day) {
  return Number(day.slice(8));
}

function isLast(day) {
  return later(day, 7).slice(0, 7) !== day.slice(0, 7);
}

function ordinal(number) {
  const ending = number > 10 && number < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

function weekly(first, weeks) {
  return {
    key: weeks === 1 ? "weekly" : "weeks",
    values: { n: weeks, day: first },
    words: `every ${weeks === 1 ? "week" : `${weeks} weeks`} on ${WEEKDAYS[weekdayOf(first)]}`,
    falls: (from, day) => Math.round((at(day) - at(from)) / DAY) % (7 * weeks) === 0,
  };
}

function ofMonth(first, which) {
  const weekday = WEEKDAYS[weekdayOf(first)];
  const numbers = which.map((number) => WHICH[number - 1] ?? "last");
  return {
    key: which.map((number) => WHICH[number - 1] ?? "last").join("-"),
    values: { day: first },
    words: `${numbers.join(" and ")} ${weekday} of the month`,
    falls: (_, day) =>
      weekdayOf(day) === weekdayOf(first) &&
      which.some((number) => (number > 4 ? isLast(day) : Math.ceil(numberOf(day) / 7) === number)),
  };
}

/** Give the rhythms that can begin on a day, each with its name, its words in a record, and which days fall into it. */
export function rhythms(first) {
  const number = numberOf(first);
  const which = Math.ceil(number / 7);
  const found = [1, 2, 3, 4].map((weeks) => weekly(first, weeks));
  if (which <= 4) found.push(ofMonth(first, [which]));
  if (which <= 4) found.push(ofMonth(first, which % 2 ? [1, 3] : [2, 4]));
  if (isLast(first)) found.push(ofMonth(first, [5]));
  if (number <= 28) {
    found.push({
      key: "date",
      values: { n: number },
      words: `on the ${ordinal(number)} of the month`,
      falls: (_, day) => numberOf(day) === number,
    });
  }
  return found;
}
