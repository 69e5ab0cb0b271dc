"""The errors of the reading side; each carries the exit code that the command line gives it.

QueriesError
├── BadHeaderError         a query file whose header cannot be read
├── UnknownQueryError      a query that the catalogue does not hold
├── MissingValueError      a parameter that was not given
├── BadValueError          a value that its parameter cannot take
├── NotUnderstoodError     a question that no query answers
├── RefusedQueryError      SPARQL that would do more than read the graph
├── BadSparqlError         SPARQL that cannot be read
├── FailedQueryError       SPARQL that the store cannot run to its end
├── BadFormatError         a format that cannot hold this answer
├── TimeLimitError         a query that did not end in time
└── UnknownNameError       a name that nothing in the graph bears
    ├── UnknownReportError
    └── UnknownClaimError
"""

from collections.abc import Sequence
from typing import ClassVar


class QueriesError(Exception):
    """The root of every error that queries raises on purpose."""

    exit_code: ClassVar[int] = 1


class BadHeaderError(QueriesError, ValueError):
    """A query file has a header that cannot be read."""

    def __init__(self, file_name: str, fault: str) -> None:
        """Say which file and what is wrong with its header."""
        super().__init__(f"{file_name}: {fault}")
        self.file_name = file_name


class UnknownQueryError(QueriesError, LookupError):
    """The catalogue holds no query of that name."""

    exit_code = 2


class MissingValueError(QueriesError, ValueError):
    """A query was run without a value that it needs."""

    exit_code = 2


class BadValueError(QueriesError, ValueError):
    """A value cannot be taken by its parameter."""

    exit_code = 2


class NotUnderstoodError(QueriesError, ValueError):
    """No query of the catalogue answers a question of this form."""

    exit_code = 2


class RefusedQueryError(QueriesError, ValueError):
    """The SPARQL given would do more than read the graph, or reach outside it."""

    exit_code = 2


class BadSparqlError(QueriesError, ValueError):
    """The SPARQL given cannot be read."""

    exit_code = 2


class FailedQueryError(QueriesError, RuntimeError):
    """The store cannot run the SPARQL given to its end."""


class BadFormatError(QueriesError, ValueError):
    """The format asked for cannot hold this answer."""

    exit_code = 2


class TimeLimitError(QueriesError, TimeoutError):
    """A query did not end within its time limit and was stopped."""

    exit_code = 124


class UnknownNameError(QueriesError, LookupError):
    """Nothing in the graph bears the name; `suggestions` holds the nearest names."""

    exit_code = 3

    def __init__(self, message: str, *, name: str, suggestions: Sequence[str] = ()) -> None:
        """Keep the name and what may have been meant beside the message."""
        super().__init__(message)
        self.name = name
        self.suggestions = tuple(suggestions)


class UnknownReportError(UnknownNameError):
    """The graph holds no report of that id or file name."""


class UnknownClaimError(UnknownNameError):
    """The graph holds no claim of that id."""
