// What is asked for, as it stands in the address of the search page, and back.
//
// It stands behind `#`, which no browser sends to a host; behind `?`, as forms and older links have it, it is read too.
"use strict";

/** Most characters of what is looked for; the rest is left out, and the page says so. */
export const LONGEST = 200;
export const LISTED = ["year", "series", "group", "hub", "place", "kind"];
export const TICKED = ["notes", "recording"];

/** Give what an address asks for: `{ words, filters, isCut }`. Names that are not known are left out. */
export function read({ hash, search }) {
  const values = new URLSearchParams(hash.includes("=") ? hash.slice(1) : search);
  const filters = {};
  for (const name of LISTED) {
    const value = values.get(name)?.trim();
    if (value) filters[name] = cut(value).text;
  }
  for (const name of TICKED) {
    if (values.has(name) && !["", "0"].includes(values.get(name))) filters[name] = true;
  }
  const words = cut(values.get("q") ?? "");
  return { words: words.text, filters, isCut: words.isCut };
}

/** Give the part of an address that asks for this, with its `#`; nothing asked for gives an empty string. */
export function written({ words, filters }) {
  const values = new URLSearchParams();
  if (words) values.set("q", words);
  for (const name of LISTED) if (filters[name]) values.set(name, filters[name]);
  for (const name of TICKED) if (filters[name]) values.set(name, "1");
  return String(values) && `#${values}`;
}

/** Cut a text to the most characters that are looked for, in one line and between whole signs. */
export function cut(text) {
  const signs = Array.from(text.replace(/\s+/gu, " ").trimStart());
  return { text: signs.slice(0, LONGEST).join(""), isCut: signs.length > LONGEST };
}
