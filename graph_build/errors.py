"""The errors of the writing side.

GraphBuildError
├── UnreadableInputError   a path that cannot be read as a report at all
├── UnknownModelError      a name of an extractor that does not exist
├── NotAGraphError         a folder that is no graph of ours
├── GraphBusyError         a graph that another process is writing
├── UnknownReportError     a report that the graph does not hold
├── ConflictingJudgementsError   decisions on identity that cannot all hold
├── UnknownJudgementError  a decision to be taken back that nobody took
└── BadPairsError          a file of name pairs that cannot be read
"""


class GraphBuildError(Exception):
    """The root of every error that graph_build raises on purpose."""


class UnreadableInputError(GraphBuildError, ValueError):
    """A path cannot be read as a report: missing, of an unknown kind, or not text."""


class UnknownModelError(GraphBuildError, ValueError):
    """The extractor asked for does not exist."""


class NotAGraphError(GraphBuildError, ValueError):
    """The folder given holds no graph of ours, or one of another format."""


class GraphBusyError(GraphBuildError, RuntimeError):
    """Another process is writing the graph."""


class UnknownReportError(GraphBuildError, LookupError):
    """The graph holds no report of that id or file name, or several."""


class ConflictingJudgementsError(GraphBuildError, ValueError):
    """Things would be held to be the same and different at once."""


class UnknownJudgementError(GraphBuildError, LookupError):
    """Nobody decided on these things."""


class BadPairsError(GraphBuildError, ValueError):
    """A file of name pairs cannot be read: it lacks a column, or holds no pair."""
