"""The folder of a graph: the mark of its format, the place of the store, the texts as held."""

import os
from pathlib import Path
from typing import Final

from graph_build.errors import NotAGraphError
from graph_build.model.text import Text

FORMAT: Final = "onrecord-graph 1"


class WrongHashError(ValueError):
    """A text is not the one that its sha256 names."""


def require_graph(folder: Path, *, create: bool) -> None:
    """Makes sure that the folder is a graph of ours, and makes it one if `create` allows.

    A new or empty folder becomes a graph; one with other things in it never does.

    Raises:
        NotAGraphError: it is none and may not become one, or is of another format.
    """
    mark = folder / "FORMAT"
    if mark.is_file():
        found = mark.read_text(encoding="utf-8", errors="replace").strip()
        if found != FORMAT:
            raise NotAGraphError(
                f"{folder} is of the format {found!r}; this version reads {FORMAT!r}"
            )
        return
    if not create:
        raise NotAGraphError(
            f"no graph at {folder}; make one with: onrecord build PATH -g {folder}"
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotAGraphError(f"{folder} holds something else; give an empty or a new folder")
    write_whole(mark, f"{FORMAT}\n".encode())


def store_folder(folder: Path) -> Path:
    """Where the quads are."""
    return folder / "store"


def text_path(folder: Path, sha256: str) -> Path:
    """Where the text of that hash is, or would be."""
    return folder / "texts" / sha256[:2] / f"{sha256}.txt"


def text_paths(folder: Path) -> list[Path]:
    """Every file among the texts, sorted; leftovers of a killed run included."""
    return sorted(path for path in (folder / "texts").glob("*/*") if path.is_file())


def write_text(folder: Path, text: Text) -> None:
    """Keeps a text, exactly as held. A file that is there already is left alone.

    Raises:
        WrongHashError: the sha256 given is not that of the characters in UTF-8.
    """
    import hashlib  # here, so that opening a graph to ask it stays fast

    characters = text.content.encode()
    actual = hashlib.sha256(characters).hexdigest()
    if actual != text.sha256:
        raise WrongHashError(f"the text hashes to {actual}, not to {text.sha256}")
    path = text_path(folder, text.sha256)
    if not path.is_file() or path.read_bytes() != characters:
        write_whole(path, characters)


def read_text(folder: Path, sha256: str) -> str:
    """The text of that hash, newlines untouched. Raises FileNotFoundError where it is gone."""
    return text_path(folder, sha256).read_bytes().decode()


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that it is there whole or not at all, whatever kills the process."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".new-{os.getpid()}-{path.name}")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
