"""`upload-list`: what to send to a host, and what to delete there, after a build."""

from pathlib import Path

import click

from generator.cli.options import root_option, work_folder


@click.command("upload-list")
@click.argument(
    "published", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
@root_option
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the new site; build/site unless given.",
)
@click.option("--gone", is_flag=True, help="List what to delete instead, once the rest is sent.")
def command(published: Path | None, root: Path, site: Path | None, gone: bool) -> None:
    """List the files that differ from what is published, by its manifest.json; all files without one."""
    # Here, so that the other commands do not load it.
    from generator.site.manifest import MANIFEST
    from generator.site.uploads import NoManifest, uploads

    manifest = (site or work_folder(root) / "site") / MANIFEST
    if not manifest.is_file():
        raise click.UsageError(f"there is no {manifest}; run `make build` first")
    data = published.read_bytes() if published else None
    try:
        found = uploads(data, manifest.read_bytes())
    except NoManifest as error:
        raise click.UsageError(
            f"the file {published} is no manifest of a site ({error}); fetch manifest.json from the published site"
        ) from None
    for path in found.gone if gone else found.changed:
        print(path)
