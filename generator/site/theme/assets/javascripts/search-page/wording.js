// Says the words of the search page, which the page holds in the language of the archive.
"use strict";

const LANGUAGE = document.documentElement.lang || "en";
const MESSAGES = JSON.parse(document.getElementById("search-form").dataset.messages);
const FORMS = new Intl.PluralRules(LANGUAGE);

/** Give a message with values in the places that it names. */
export function words(name, values = {}) {
  return filled(MESSAGES[name], values);
}

/** Give a message in the form that fits a number, which it calls `{n}`. */
export function counted(name, count, values = {}) {
  const forms = MESSAGES[name];
  return filled(forms[FORMS.select(count)] ?? forms.other, { n: number(count), ...values });
}

/** Give the pieces of a message around one of its places, with an element there. */
export function around(name, place, held) {
  const [before, ...after] = MESSAGES[name].split(`{${place}}`);
  return [before, held, after.join("")];
}

/** Write a number as people read it. */
export function number(count) {
  return count.toLocaleString(LANGUAGE === "en" ? "en-GB" : LANGUAGE);
}

function filled(message, values) {
  return message.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);
}
