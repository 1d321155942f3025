// How many minutes an item of an agenda asks for, as people write it: `(10 min)`, `, 20 minutes`, `1h30`.
// The check reads only one time of an item and knows where it may stand; here all of them count, so as to miss none.

const TIME =
  /([0-9])([.,]5)?\s?(?:hours?|hrs?|h)(?:\s?([0-5]?[0-9])(?:\s?(?:minutos?|minutes?|mins?|m|['\u2019\u2032]))?)?|([0-9]{1,3})[\s-]?(?:minuto|minute|min|m(?![a-z])|['\u2019\u2032])/giu;

/** Give the minutes that an item names, 0 where it names none. */
export function allotted(item) {
  let sum = 0;
  for (const [, hours, half, rest, minutes] of item.replace(/[\u0130\u0131]/gu, "i").matchAll(TIME)) {
    sum += minutes ? Number(minutes) : Number(hours) * 60 + (half ? 30 : 0) + Number(rest ?? 0);
  }
  return sum;
}
