"""The rows of any query as one HTML page: a table with search, sorting and downloads."""

import re
from collections.abc import Mapping, Sequence

from queries.render.assets import content_policy, own_script, own_style, page_environment
from queries.render.claim_rows import clean_text, clean_value

_WEB_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_LONG = 40
_SCRIPTS = ("elements.js", "files.js", "sorting.js", "table.js")


def render_table_view(
    rows: Sequence[Mapping[str, object]],
    *,
    title: str,
    question: str = "",
    columns: Sequence[str] = (),
) -> str:
    """A complete HTML page with the rows as a table; the same bytes for equal input.

    Args:
        rows: rows of any query, as their JSON form has them.
        title: name of the query, for the window and the files saved.
        question: what the query answers, for the heading.
        columns: names of the columns in order; all that occur, when none are given.
    """
    clean = [{clean_text(key): clean_value(value) for key, value in row.items()} for row in rows]
    names = [clean_text(name) for name in columns]
    names = names or list(dict.fromkeys(name for row in clean for name in row))
    scripts, styles = (own_script(*_SCRIPTS),), (own_style("page.css"),)
    count = f"{len(clean):,} row" if len(clean) == 1 else f"{len(clean):,} rows"
    page = {
        "title": clean_text(title) or "On Record",
        "heading": clean_text(question or title) or "On Record",
        "summary": "",
        "message": f"{count}.",
        "policy": content_policy(scripts=scripts, styles=styles),
        "scripts": scripts,
        "styles": styles,
        "columns": names,
        "wide": [any(len(_plain(row.get(name))) > _LONG for row in clean) for name in names],
        "rows": [[_cell(row.get(name)) for name in names] for row in clean],
        "answer": {"title": clean_text(title), "columns": names, "rows": clean},
    }
    return page_environment().get_template("table.html.j2").render(page=page)


def _cell(value: object) -> dict[str, object]:
    text = _plain(value)
    parts = text.split("/")
    short = text if len(parts) < 6 else "\u2026/" + "/".join(parts[-2:])
    return {"text": text, "short": short, "link": _WEB_ADDRESS.fullmatch(text) is not None}


def _plain(value: object) -> str:
    """A value as a reader would write it: lists with commas, offsets as 290-648."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    if isinstance(value, list):
        if len(value) == 2 and all(type(item) is int for item in value):
            return f"{value[0]}-{value[1]}"
        return ", ".join(_plain(item) for item in value)
    return str(value)
