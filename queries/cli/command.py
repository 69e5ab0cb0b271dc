"""The kind of command that `onrecord` has: its help ends with examples that can be run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from queries.cli.examples import EXAMPLES
from queries.cli.session import Session


class ExampleCommand(click.Command):
    """A command whose help ends with the examples of its name, and which knows --debug."""

    def __init__(self, name: str | None, **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(name, **settings)
        self.examples = EXAMPLES[name or ""]
        self.params.append(_debug_option())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Examples"):
            for line in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def command(name: str) -> Callable[[Callable[..., None]], ExampleCommand]:
    """Turns a function into the command of that name."""
    return click.command(name, cls=ExampleCommand)


def set_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    """Remember for the whole call that tracebacks are wanted."""
    if value:
        ctx.ensure_object(Session).debug = True


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=set_debug,
        help="Show where an error comes from.",
    )
