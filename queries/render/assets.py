"""What a page is made of: our styles and scripts, the drawing library, the policy over them.

The drawing library comes out of the installed pyvis package each time, so that no code of others
lies in this project. Its style sheet is taken without the rules that embed button pictures.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_VIS = "templates/lib/vis-9.1.2"
_RULE_WITH_PICTURE = re.compile(r"[^{}]*\{[^{}]*url\([^{}]*\}")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_HARMLESS = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def page_environment() -> Environment:
    """Our templates, with every value escaped."""
    environment = Environment(
        loader=PackageLoader("queries.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["as_data"] = as_data
    environment.filters["without"] = _without
    return environment


def as_data(value: object) -> Markup:
    """The value as JSON that can stand in a script element without ever ending it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.translate(_HARMLESS))  # noqa: S704 - escaped on the line itself


def drawing_script() -> Markup:
    """The drawing library's script."""
    text = (files("pyvis") / _VIS / "vis-network.min.js").read_text(encoding="utf-8")
    return _inline(_SOURCE_MAP.sub("", text), "script")


def drawing_style() -> Markup:
    """The drawing library's style sheet without its pictures."""
    text = (files("pyvis") / _VIS / "vis-network.css").read_text(encoding="utf-8")
    return _inline(_RULE_WITH_PICTURE.sub("", text), "style")


def own_script(*names: str) -> Markup:
    """Scripts of ours as one, sharing nothing with the rest of the page."""
    parts = "\n".join(_own(name) for name in names)
    return _inline(f'(() => {{\n"use strict";\n{parts}}})();', "script")


def own_style(*names: str) -> Markup:
    """Style sheets of ours as one."""
    return _inline("\n".join(_own(name) for name in names), "style")


def content_policy(*, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """A Content-Security-Policy that lets exactly these scripts and styles run, and no request."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_digest(script) for script in scripts),
            "style-src " + " ".join(_digest(style) for style in styles),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def policy_of(page: str) -> str:
    """The Content-Security-Policy that a page of ours carries, for a server to send as a header."""
    found = _POLICY.search(page)
    return found.group(1).replace("&#39;", "'") if found else "default-src 'none'"


def _without(items: Sequence[Mapping[str, object]], key: str) -> list[dict[str, object]]:
    """The items without one of their fields."""
    return [{name: item[name] for name in item if name != key} for item in items]


def _own(name: str) -> str:
    return (files("queries.render") / "static" / name).read_text(encoding="utf-8")


def _inline(text: str, element: str) -> Markup:
    """The text with the newlines that a browser hashes; it must not end its own element."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if f"</{element}" in lines.casefold():
        message = f"a {element} that holds its own end tag cannot stand in a page"
        raise ValueError(message)
    return Markup(lines)  # noqa: S704 - our own files and the drawing library's


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
