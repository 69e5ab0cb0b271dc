"""The group of all commands; a command is imported when it runs, so that each starts fast."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, NamedTuple, NoReturn

import click

from queries.cli.command import set_debug
from queries.cli.session import Session


class Entry(NamedTuple):
    """Where a command lives, and its line in the list of commands."""

    module: str
    sentence: str


SECTIONS: dict[str, dict[str, Entry]] = {
    "Build": {
        "demo": Entry("exporting", "Build the sample reports and answer a question over them."),
        "build": Entry("building", "Add reports to a graph."),
        "remove": Entry("building", "Take one report out of a graph again."),
        "extract": Entry("building", "Write the attributions of reports, without a graph."),
    },
    "Ask": {
        "about": Entry("questions", "Say who said what about something."),
        "ask": Entry("questions", "Answer a question in English."),
        "queries": Entry("questions", "List the named queries, or show one of them."),
        "query": Entry("questions", "Run a named query."),
        "sparql": Entry("sparql", "Run a SPARQL query of your own."),
        "view": Entry("view", "Draw an answer as an interactive picture."),
        "explain": Entry("explain", "Walk a claim back to its marked words."),
    },
    "Judge": {
        "judge": Entry("judging", "Keep a decision beside the claims, or take it back."),
    },
    "Look": {
        "reports": Entry("held", "List the reports held."),
        "text": Entry("held", "Print the text of a report as held."),
        "search": Entry("held", "Find the claims whose words hold a text."),
        "stats": Entry("held", "Count what is held."),
    },
    "Check and hand on": {
        "evaluate": Entry("checking", "Score the extraction against gold data."),
        "check": Entry("checking", "Check a graph against its rules and its texts."),
        "export": Entry("exporting", "Write a graph in a format of other tools."),
    },
}


_INTERRUPTED = 130
_EXIT_CODES = {
    "UnknownModelError": 2, "UnknownFormatError": 2, "UnknownReportError": 3,
    "UnknownJudgementError": 3,
}  # fmt: skip


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the sections."""
        return [name for section in SECTIONS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        entries = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
        if cmd_name not in entries:
            return None
        module = importlib.import_module(f"queries.cli.{entries[cmd_name].module}")
        found = getattr(module, f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown command names the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from queries.suggest import did_you_mean

            hint = did_you_mean(args[0], self.list_commands(ctx))
            ctx.fail(f"There is no command {args[0]!r}.{hint} See: onrecord --help")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands by section, without importing any."""
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.sentence) for name, entry in section.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; every error ends as one sentence and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            _fail(ctx, "Interrupted.", _INTERRUPTED)
        except BrokenPipeError:
            _let_go_of_stdout()
            ctx.exit(0)
        except Exception as error:  # noqa: BLE001 - the one place where all errors end
            if ctx.ensure_object(Session).debug:
                import traceback

                traceback.print_exc()
            _fail(ctx, _sentence(error), _exit_code(error))
        return result


def _fail(ctx: click.Context, sentence: str, exit_code: int) -> NoReturn:
    from queries.cli.output import tell

    tell(f"Error: {sentence}")
    ctx.exit(exit_code)


def _sentence(error: Exception) -> str:
    """The message of an error of ours; of any other error also its kind and what to do."""
    if type(error).__module__.partition(".")[0] in {"queries", "graph_build", "ontology"}:
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}."
    return f"{type(error).__name__}: {error}. Run it again with --debug to see where."


def _exit_code(error: Exception) -> int:
    """As errors of queries carry it; those of graph_build know nothing of exit codes."""
    code = getattr(error, "exit_code", _EXIT_CODES.get(type(error).__name__, 1))
    return code if isinstance(code, int) else 1


def _let_go_of_stdout() -> None:
    """Whoever read the output has read enough: end without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"onrecord {version('onrecord')}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=set_debug,
    help="Show where an error comes from.",
)
def main() -> None:
    """Turn news reports into a graph of who said what, and ask it.

    \b
    Start with: onrecord demo
    Then:       onrecord build REPORT.txt
                onrecord ask "who said what about Erbil?"

    Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 failed, 2 wrong use,
    3 nothing found, 4 data invalid, 124 time-out, 130 interrupted.
    """  # noqa: D301 - click reads the escape
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
