"""Prints the figures of the crossing and what in it was live: `python -m tests.hostile.figures`."""

from generator.render.markdown import render_markdown
from tests.hostile.attack_archive import bodies
from tests.hostile.corpus import cases
from tests.hostile.crossing import archive_of, batches, outputs_of, tokens
from tests.hostile.findings import findings, html_findings, known_of
from tests.hostile.test_crossing import PLAIN, STANDPOINTS, TAKEN


def main() -> None:
    """Render every case in every field, and every passage of Markdown in both places where it may stand."""
    known = known_of(outputs_of(archive_of([PLAIN] * 3, with_words=True)))
    live: list[str] = []
    outputs = 0
    for some in batches(TAKEN):
        made = outputs_of(archive_of(some, with_words=True))
        outputs += len(made)
        live += [one for path, output in made.items() for one in findings(path, output, known)]
    texts = [
        *(text for _, text in bodies()),
        *(case.text for case in cases() if case.refused_in_prose),
    ]
    for setting in STANDPOINTS.values():
        live += [
            one for text in texts for one in html_findings(render_markdown(text, setting).html)
        ]
    fields = [name for name in tokens() if not name.startswith("settings.")]
    print(
        f"{len(cases())} cases, {len(TAKEN)} of them taken in {len(fields)} fields: {len(TAKEN) * len(fields)} pairs"
    )
    print(
        f"{outputs} outputs read back; {len(texts)} passages of Markdown in {len(STANDPOINTS)} places"
    )
    print(f"live findings: {len(live)}")
    for one in live:
        print(f"  {one}")


if __name__ == "__main__":
    main()
