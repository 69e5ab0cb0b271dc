"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from queries.cli.session import DEFAULT_GRAPH
from queries.errors import BadValueError
from queries.table import FORMATS

Decorated = TypeVar("Decorated", bound=Callable[..., object])
Decorator = Callable[[Decorated], Decorated]

graph_option = click.option(
    "-g",
    "--graph",
    type=click.Path(path_type=Path),
    default=DEFAULT_GRAPH,
    show_default=f"./{DEFAULT_GRAPH}",
    help="The folder of the graph.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write the answer; a table shows the main columns, the others show all.",
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    default=None,
    help="A file to write to instead of stdout.",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes read reports; the result is the same with any number.",
)
model_option = click.option(
    "--model",
    default="trained",
    show_default=True,
    help="The name of the extractor.",
)
_gazetteer_option = click.option(
    "--gazetteer",
    "gazetteer",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A Turtle file of things beside ours; may be given several times.",
)
_lexicon_option = click.option(
    "--lexicon",
    "lexicon",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A Turtle file of words beside ours; may be given several times.",
)
values_option = click.option(
    "-p",
    "--param",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A value for a parameter; may be given several times.",
)


@dataclass(frozen=True, slots=True)
class ExtraFiles:
    """Files of the user beside ours: things of the world, and words."""

    gazetteer: tuple[Path, ...] = ()
    lexicon: tuple[Path, ...] = ()


def extra_files_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options for the user's own files, which the command gets as one argument `extra`."""

    @_gazetteer_option
    @_lexicon_option
    @wraps(function)
    def packed(
        *arguments: object,
        gazetteer: tuple[Path, ...],
        lexicon: tuple[Path, ...],
        **options: object,
    ) -> None:
        function(*arguments, extra=ExtraFiles(gazetteer, lexicon), **options)

    return packed


def answer_options(function: Decorated) -> Decorated:
    """The options of every command that answers with rows."""
    return graph_option(format_option(output_option(function)))


def read_pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    """The values given by -p. Raises BadValueError for one without a name or =, or given twice."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            message = f"-p {pair!r} is not NAME=VALUE; give for example -p entity=Erbil."
            raise BadValueError(message)
        if name in values:
            message = f"-p {name} is given twice; give it once."
            raise BadValueError(message)
        values[name] = value
    return values
