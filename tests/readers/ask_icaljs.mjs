// Reads calendar files with ical.js, the parser of Thunderbird and of others that believe a file's own VTIMEZONE.
// Called with the path of its module; a path comes in on each line, and a line of JSON goes out.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const ICAL = (await import(pathToFileURL(process.argv[2]).href)).default;

function moment(time) {
  if (time.isDate) return time.toString();
  const utc = time.convertToZone(ICAL.Timezone.utcTimezone);
  // A time whose zone is not in the file stays as it is, which no test takes for an instant.
  return time.zone === ICAL.Timezone.localTimezone ? time.toString() : utc.toString();
}

function* occurrences(component) {
  const event = new ICAL.Event(component);
  if (event.isRecurrenceException()) return;
  const cancelled = component.getFirstPropertyValue("status") === "CANCELLED";
  if (!event.isRecurring()) {
    yield [event.uid, moment(event.startDate), moment(event.endDate), cancelled];
    return;
  }
  const days = event.iterator();
  for (let count = 0, day; count < 1000 && (day = days.next()); count += 1) {
    const one = event.getOccurrenceDetails(day);
    yield [event.uid, moment(one.startDate), moment(one.endDate), cancelled];
  }
}

function read(path) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf-8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").flatMap((event) => [...occurrences(event)]);
}

for await (const path of createInterface({ input: process.stdin })) {
  let events = [];
  let fault = "";
  try {
    events = read(path);
  } catch (error) {
    fault = String(error);
  }
  process.stdout.write(`${JSON.stringify({ path, events, fault })}\n`);
}
