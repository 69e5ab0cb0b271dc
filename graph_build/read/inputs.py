"""What the user names -> the paths to read, one by one, in an order that never changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph_build.errors import UnreadableInputError

KINDS = (".txt",)
_MAGIC = frozenset("*?[")
_META = ".meta.json"


def iter_inputs(paths: Sequence[str]) -> Iterator[Path]:
    """The paths meant by files, folders and globs, each once, sorted within a folder or glob.

    Folders are searched to the bottom for files of a known kind; hidden files and folders are
    passed over. A file named outright comes out whatever it is, and so does a name that leads
    nowhere: `read_report` says what is wrong with it, so that one bad path never stops the rest.

    >>> [str(path) for path in iter_inputs(["no/such.txt"])]
    ['no/such.txt']
    """
    seen: set[Path] = set()
    for name in paths:
        for path in _expand(name):
            key = path.resolve()
            if key not in seen:
                seen.add(key)
                yield path


def check_input(path: Path) -> None:
    """Return quietly for a file of a known kind that is there.

    Raises:
        UnreadableInputError: It is missing, a folder without reports, or of an unknown kind.
    """
    known = ", ".join(KINDS)
    if path.is_dir():
        raise UnreadableInputError(f"{path} holds no report; known kinds: {known}")
    if not path.exists():
        hint = "no file fits this pattern" if _MAGIC & set(str(path)) else "check the name"
        raise UnreadableInputError(f"{path} does not exist; {hint}")
    if path.suffix.lower() not in KINDS:
        raise UnreadableInputError(
            f"{path} is of a kind that cannot be read; known kinds: {known}. Save its text as .txt"
        )


def _expand(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        return _files_below(path) or [path]
    if not path.exists() and _MAGIC & set(name):
        return _files_matching(path) or [path]
    return [path]


def _files_below(folder: Path) -> list[Path]:
    return _sorted_reports(folder, folder.rglob("*"))


def _files_matching(pattern: Path) -> list[Path]:
    parts = pattern.parts
    fixed = next(i for i, part in enumerate(parts) if _MAGIC & set(part))
    root = Path(*parts[:fixed])
    found: list[Path] = []
    for path in sorted(root.glob("/".join(parts[fixed:])), key=lambda p: p.parts):
        if path.is_dir():
            found += _files_below(path)
        elif not path.name.endswith(_META):
            found.append(path)
    return found


def _sorted_reports(folder: Path, paths: Iterator[Path]) -> list[Path]:
    depth = len(folder.parts)
    return sorted(
        (
            path
            for path in paths
            if path.suffix.lower() in KINDS
            and not any(part.startswith(".") for part in path.parts[depth:])
            and path.is_file()
        ),
        key=lambda path: path.parts,
    )
