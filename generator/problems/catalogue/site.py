"""Problems of the settings, the written pages and the finished site: family S."""

from generator.problems.code import Code, warning

CODES = (
    Code(
        "S701",
        "no-settings",
        "this folder is not an archive",
        "there is no `mkdocs.yml` here",
        "go to the folder of the archive, or name it with `--root`",
    ),
    Code(
        "S702",
        "no-page-title",
        "a written page has no title",
        "this page does not begin with a title",
        "begin it with a line such as `# How a call works`",
    ),
    Code(
        "S703",
        "unknown-listing",
        "a listing is not known",
        "`{name}` is not a listing{nearest}",
        "{how}",
        plain="use a name that the help has, such as `<!-- archive: recent limit=5 -->`",
    ),
    Code(
        "S704",
        "page-not-written",
        "a page of the navigation is not written",
        "the navigation names `{page}`, which is not there",
        "write `content/{page}`, or take the entry out of `nav` in `mkdocs.yml`",
    ),
    Code(
        "S705",
        "no-history",
        "the history of the records cannot be read",
        "the history of the records cannot be read: {why}",
        "work in a clone with the whole history (`git fetch --unshallow` completes one),"
        " or set `history: optional` in `mkdocs.yml`",
    ),
    warning(
        "S706",
        "history-incomplete",
        "the history of the records is not whole",
        "the history of the records is not whole ({why}), so feeds use the calls' own dates",
        "publish from a clone with the whole history; `git fetch --unshallow` completes one",
    ),
    Code(
        "S707",
        "address-clash",
        "two pages would have the same address",
        "`{path}` would be the address of two pages: {one} and {other}",
        "rename one of the two, and leave the address to the one that was published first",
    ),
    Code(
        "S708",
        "broken-page",
        "a finished page holds a link that leads nowhere",
        "the finished page `{page}` links to `{target}`, which is not there",
        "this is a fault of the generator or of a written page; nothing was published",
    ),
    Code(
        "S709",
        "page-without-section",
        "a written page has no page of the navigation beside it",
        "no page of the navigation lies beside this page, so it has no place on the site",
        "add `{index}` or this page itself to `nav` in `mkdocs.yml`, or move the page to a folder that is in it",
    ),
    Code(
        "S710",
        "page-out-of-navigation",
        "the navigation leaves out a page that every archive has",
        "the navigation leaves out `{page}`, which other pages lead to",
        "add a line with `{page}` to `nav` in `mkdocs.yml`; the indexes are made, all others are written in `content/`",
    ),
    Code(
        "S711",
        "bad-repository",
        "the settings name a repository or a branch that links cannot lead to",
        "`{value}` cannot be `{field}`: it is not {wanted}",
        "{how}",
    ),
    Code(
        "S712",
        "bad-look",
        "the settings choose a look that the theme does not have",
        "`{value}` cannot be `{field}` of the theme{nearest}",
        "{how}",
    ),
    Code(
        "S713",
        "made-folder-in-git",
        "a folder of what is made lies in git",
        "files of `{folder}` lie in git, and nobody can tell who made them",
        "take them out with `git rm -r --cached {folder}`, delete the folder, and commit",
    ),
)
