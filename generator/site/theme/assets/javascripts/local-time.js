// Adds the reader's own time to times of calls, where it differs from those that stand there already.
// The words come from the page, the clock and the zone from the browser; nothing is sent or kept.
"use strict";
(() => {
  const written = document.documentElement.lang || "en";
  // A day before its month, as the pages write it.
  const language = written === "en" ? "en-GB" : written;
  const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

  function shown(moment, options) {
    return new Intl.DateTimeFormat(language, options).format(moment);
  }

  function day(moment, timeZone) {
    const words = shown(moment, { ...DAY, timeZone });
    return written === "en" ? words.replace(",", "") : words;
  }

  function clock(moment, timeZone) {
    return shown(moment, { ...CLOCK, timeZone });
  }

  function zone(moment) {
    const parts = new Intl.DateTimeFormat(language, { timeZoneName: "longGeneric" }).formatToParts(moment);
    return parts.find((part) => part.type === "timeZoneName").value;
  }

  // The clock of the call and UTC stand in the page.
  function isThere(moment, timeZone) {
    return day(moment, timeZone) === day(moment) && clock(moment, timeZone) === clock(moment);
  }

  function words(time) {
    const from = new Date(time.dateTime);
    const until = time.dataset.local ? new Date(time.dataset.local) : from;
    if (isThere(from, "UTC") || isThere(from, time.dataset.zone)) return "";
    const end = day(until) === day(from) ? clock(until) : `${day(until)}, ${clock(until)}`;
    const values = { day: day(from), from: clock(from), until: end, zone: zone(from) };
    return time.dataset.says.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function add(time) {
    const said = words(time);
    if (!said) return;
    const span = document.createElement("span");
    span.className = "ia-local";
    span.textContent = said;
    time.after(" ", span);
  }

  for (const time of document.querySelectorAll("time[data-local]")) {
    try {
      add(time);
    } catch (fault) {
      // A browser that lacks a zone or a form of its name shows the page as it is.
      if (!(fault instanceof RangeError)) throw fault;
    }
  }
})();
