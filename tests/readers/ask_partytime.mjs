// Reads podcasts with podcast-partytime, the parser of Podcasting 2.0 that directories use.
// Called with the path of its module; a path comes in on each line, and a line of JSON goes out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { parseFeed } = createRequire(import.meta.url)(process.argv[2]);

function episode(item) {
  return {
    guid: item.guid,
    at: Date.parse(item.pubDate) / 1000,
    url: item.enclosure.url,
    bytes: item.enclosure.length,
    type: item.enclosure.type,
    duration: item.duration,
    chapters: item.podcastChapters?.url ?? "",
    words: (item.podcastTranscripts ?? []).map((one) => [one.url, one.type, one.language, one.rel ?? ""]),
    copies: (item.alternativeEnclosures ?? []).map((one) => [
      one.source[0].uri, one.length, one.type, one.integrity?.value ?? "", one.default,
    ]),
    page: item.link,
  };
}

function read(path) {
  const found = parseFeed(readFileSync(path, "utf-8"));
  if (!found) throw new Error("no feed");
  return {
    title: found.title,
    guid: found.guid,
    medium: found.medium,
    self: found.pubsub?.self ?? "",
    next: found.pubsub?.next ?? "",
    episodes: found.items.map(episode),
  };
}

for await (const path of createInterface({ input: process.stdin })) {
  let told = {};
  let fault = "";
  try {
    told = read(path);
  } catch (error) {
    fault = String(error);
  }
  process.stdout.write(`${JSON.stringify({ path, told, fault })}\n`);
}
