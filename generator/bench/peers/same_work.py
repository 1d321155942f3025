"""Says in words how the builders are made to do the same work, and what ours does beyond the others."""

SAME_WORK = """\
## What was compared

The others make a page of each call that is not withheld, and next to nothing more.
Each page is made from one Markdown file with the facts and the notes of the call.
This project makes the same pages from records and notes, and besides:

- it checks every record and all notes, with the place of every fault, and searches them for personal data;
- a gate decides what may be seen, and the finished files are searched for withheld text;
- it writes lists, and pages of series, groups, places, hubs and gaps;
- it writes registers of decisions and actions, calendars, feeds, open data and a search index;
- it checks the links between all pages, and writes a manifest with a checksum of every file;
- it swaps the whole tree at once, so that nobody sees half of it.

Its figures are with all of that switched on, search included.
"CPU a file" and "CPU a MiB" in the tables set the cold builds against what each of them wrote.

- Hugo and Eleventy have a plain layout with the constant parts of a page of ours, so that their pages are as large.
- Hugo's lists, feeds and sitemap are off, and Eleventy's Markdown is no template, which is quicker.
- MkDocs-Material and Zensical draw their theme with a navigation of three entries, and add what ours has below.
- Their search is off, but for the row that names it.
- Zensical keeps a cache between builds, and Hugo and Eleventy build into the folder of the build before.
  These two leave the page of a call that became withheld where it lies; ours is gone from the site.
- MkDocs and Zensical also follow links between pages, and write a sitemap.
- MkDocs builds everything again after any change.
  Its `--dirty` is left out, because it leaves lists and neighbours stale, which is not the same work.
- Zensical is given the three extensions of Markdown that MkDocs has by itself.
- Eleventy's Node may take as much memory as it asks for.
- Each build of each builder is a process of its own; builders that stay running and watch are another matter."""
