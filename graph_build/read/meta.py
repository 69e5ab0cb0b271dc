"""`NAME.meta.json` beside a report: publisher, date and URL, as the user gives them."""

import json
from pathlib import Path

from graph_build.model.text import Issue, Publication
from graph_build.read.dates import is_edtf

GIVEN = "given by the user"
_KEYS = ("publisher", "date", "url")


def read_meta(report_path: Path) -> tuple[Publication | None, tuple[Issue, ...]]:
    """What the file beside a report says of it; None where there is none. Faults are issues.

    Beside `x.txt` it is `x.meta.json`, or `x.txt.meta.json` where two kinds share a name.
    """
    for name in (report_path.name + ".meta.json", report_path.stem + ".meta.json"):
        path = report_path.with_name(name)
        if path.is_file():
            return _parse(path)
    return None, ()


def _parse(path: Path) -> tuple[Publication | None, tuple[Issue, ...]]:
    try:
        fields = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return None, (_fault(path, f"cannot be read ({error}); it is left out"),)
    if not isinstance(fields, dict):
        return None, (_fault(path, 'is no JSON object; write {"publisher": ..., "date": ...}'),)
    issues = [
        _fault(path, f"has the unknown field {key!r}; known: {', '.join(_KEYS)}")
        for key in fields
        if key not in _KEYS
    ]
    values = {key: _value(path, key, fields.get(key), issues) for key in _KEYS}
    if values["date"] is not None and not is_edtf(values["date"]):
        message = (
            f"date {values['date']!r} is left out: write 2024, 2024-09, 2024-09-06 or with time"
        )
        issues.append(_fault(path, message))
        values["date"] = None
    if not any(values.values()):
        return None, tuple(issues)
    given = Publication(values["publisher"], values["date"], GIVEN, values["url"])
    return given, tuple(issues)


def _value(path: Path, key: str, value: object, issues: list[Issue]) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value.strip()
    issues.append(_fault(path, f"{key} {str(value)[:60]!r} is left out: it must be plain text"))
    return None


def _fault(path: Path, text: str) -> Issue:
    return Issue("meta-malformed", f"{path.name} {text}")
