"""Addresses on forges: where a file is edited, begun or looked at, and where a form is filled in.

GitHub, GitLab, Gitea and Forgejo are known; of any other forge only the `edit_uri` of the settings is used.
Where the forms of addresses come from: `decisions/0020-addresses-on-forges.md`.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

KINDS = ("github", "gitlab", "gitea", "forgejo")
"""The forges whose addresses are known, as `forge` in the settings names them."""
USUAL_BRANCH = "main"
ADDRESS_LIMIT: Final = 6000
"""Most characters of an address; servers and browsers refuse those much longer."""
PASTE_NOTES = "paste-your-notes"
"""The form for notes of people who do not know git: its file's name without the ending."""
REQUEST_CALL = "request-a-call"
"""The form that asks for a call, likewise."""

_HOSTS = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
# Whoever runs a forge often names its host after the program; `git.` alone says nothing.
_BY_FIRST_WORD = {kind: kind for kind in KINDS}
_EDIT = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit", "forgejo": "_edit"}
_CHANGES = {
    "github": "commits",
    "gitlab": "-/commits",
    "gitea": "commits/branch",
    "forgejo": "commits/branch",
}
_BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\Z")
_BRANCH_IN_EDIT_URI = re.compile(r"(?:-/|_)?(?:edit|blob|tree)/(.+?)/?\Z")
_REPOSITORY = re.compile(r"/[A-Za-z0-9_.~-]+(?:/[A-Za-z0-9_.~-]+)+\Z")
# The question "Which call" has the id `call` in the form.
_ANSWER = {"github": "&call", "gitea": "&field:call", "forgejo": "&field:call"}
_FORMS = ".github/ISSUE_TEMPLATE/"


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge: its address, what the forge is (empty: not known), its branch and its `edit_uri`."""

    url: str = ""
    kind: str = ""
    branch: str = USUAL_BRANCH
    edit_uri: str = ""


NO_FORGE = Forge()
"""Stands where there is no repository that readers can reach."""


def forge_of(repo_url: str, edit_uri: str = "", kind: str = "", branch: str = "") -> Forge:
    """Give the forge of an archive from its settings; what they leave out is known by the host and the `edit_uri`."""
    if not repo_url:
        return NO_FORGE
    named = _BRANCH_IN_EDIT_URI.match(edit_uri.strip("/"))
    return Forge(
        url=repo_url.rstrip("/"),
        kind=kind or kind_of_host(repo_url),
        branch=branch or (named[1] if named else USUAL_BRANCH),
        edit_uri=edit_uri.strip("/"),
    )


def kind_of_host(repo_url: str) -> str:
    """Tell a forge by its host; empty where the host does not say it.

    >>> kind_of_host("https://gitlab.river.example/assembly/calls")
    'gitlab'
    """
    host = urlsplit(repo_url).netloc.lower().partition(":")[0]
    return _HOSTS.get(host) or _BY_FIRST_WORD.get(host.partition(".")[0], "")


def is_repository(repo_url: str) -> bool:
    """Tell whether an address can be that of a repository: an owner and a name, and nothing behind them."""
    parts = urlsplit(repo_url)
    path = parts.path.rstrip("/")
    deeper = re.search(r"/(?:-|tree|blob|edit|src)(?:/|\Z)", path)
    plain = not (parts.query or parts.fragment or path.endswith(".git") or deeper)
    return plain and bool(_REPOSITORY.match(path))


def is_branch(name: str) -> bool:
    """Tell whether a name can be that of a branch, and stands in an address as it is."""
    return bool(_BRANCH.match(name)) and ".." not in name and not name.endswith((".lock", "."))


def edit_base(forge: Forge) -> str:
    """Give the address that a file's path is put behind to edit it; empty where there is none."""
    if not forge.url:
        return ""
    if forge.kind:
        return f"{forge.url}/{_EDIT[forge.kind]}/{forge.branch}/"
    return f"{forge.url}/{forge.edit_uri}/" if forge.edit_uri else ""


def edit_file(forge: Forge, path: str) -> str:
    """Give the address at which a file is edited; empty where there is none."""
    base = edit_base(forge)
    return f"{base}{quote(path)}" if base else ""


def changes_of_file(forge: Forge, path: str) -> str:
    """Give the address that lists all changes of a file; empty where the forge is not known."""
    if not forge.kind:
        return ""
    return f"{forge.url}/{_CHANGES[forge.kind]}/{forge.branch}/{quote(path)}"


def takes_text(forge: Forge) -> bool:
    """Tell whether the editor for a new file can be given its text; GitLab's takes the name alone."""
    return forge.kind in ("github", "gitea", "forgejo")


def new_file(forge: Forge, path: str, text: str = "") -> str:
    """Give the address at which a new file is begun, with its text where the forge takes one and it is not too long.

    Empty where the forge is not known. Whether the text went in is told by `holds_text`.
    """
    if not forge.kind:
        return ""
    bare = _new_file(forge, path)
    full = f"{bare}&value={quote(text, safe='')}"
    return full if text and takes_text(forge) and len(full) <= ADDRESS_LIMIT else bare


def holds_text(address: str) -> bool:
    """Tell whether an address of `new_file` carries the file's text."""
    return "&value=" in address


def _new_file(forge: Forge, path: str) -> str:
    folder, _, name = path.rpartition("/")
    end = new_file_form(forge).removeprefix(forge.url)
    return forge.url + end.format(path=quote(path), folder=quote(folder), name=quote(name))


def new_file_form(forge: Forge) -> str:
    """Give the address at which new files are begun, with `{path}`, or `{folder}` and `{name}`, where those go.

    It is for scripts, which know a file's name only when somebody has typed it; empty where the forge is not known.
    """
    if not forge.kind:
        return ""
    if forge.kind == "github":
        # With the folder in the address itself, GitHub has dropped its last part (isaacs/github#1527).
        return f"{forge.url}/new/{forge.branch}?filename={{path}}"
    if forge.kind == "gitlab":
        return f"{forge.url}/-/new/{forge.branch}?file_name={{path}}"
    return f"{forge.url}/_new/{forge.branch}/{{folder}}?filename={{name}}"


def new_issue(forge: Forge, form: str, call: str = "") -> str:
    """Give the address of a form for an issue, by its file's name without the ending; empty for an unknown forge.

    `call` is put where the form asks which call is meant; on GitLab, which fills in no answers, into the title.
    """
    if not forge.kind:
        return ""
    if forge.kind == "gitlab":
        title = f"&issue%5Btitle%5D={quote(f'Notes: {call}')}" if call else ""
        return f"{forge.url}/-/issues/new?issuable_template={quote(form)}{title}"
    # Gitea and Forgejo take the form's whole path, GitHub its name.
    folder = "" if forge.kind == "github" else _FORMS
    answer = f"{_ANSWER[forge.kind]}={quote(call, safe='')}" if call else ""
    return f"{forge.url}/issues/new?template={quote(f'{folder}{form}.yml')}{answer}"
