"""What can go wrong in the ontology package.

OntologyError
├── JavaMissingError        no Java on this machine, so nothing was reasoned
├── ReasonerFailedError     the reasoner ran and broke off; says nothing of the graph
├── InconsistentGraphError  an answer was asked of a graph that contradicts itself
├── UnreasonableGraphError  a triple that the reasoner would pass over or misread
└── GazetteerError          a gazetteer or lexicon file cannot be used (`gazetteer_file`)
"""


class OntologyError(Exception):
    """The root of the errors of this package."""


class JavaMissingError(OntologyError):
    """Java is not on the path, so the reasoner cannot start."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__(
            "the reasoner HermiT needs Java, and no 'java' is on the PATH; install a Java runtime "
            "(version 17 is tested; Debian and Ubuntu: apt install default-jre-headless; "
            "macOS: brew install openjdk; Windows: winget install EclipseAdoptium.Temurin.17.JRE)"
        )


class ReasonerFailedError(OntologyError):
    """The reasoner broke off for a reason other than an inconsistency."""

    def __init__(self, output: str) -> None:
        """Keep what the reasoner wrote."""
        super().__init__(
            "the reasoner broke off without an answer, which says nothing of the graph; "
            f"it wrote: {output.strip()}"
        )
        self.output = output


class InconsistentGraphError(OntologyError):
    """The graph contradicts itself, so that anything would follow from it."""

    def __init__(self) -> None:
        """Say what to run."""
        super().__init__(
            "the graph contradicts the ontology or itself, so no types can be inferred from it; "
            "leave out one report after another to find the triples at fault"
        )


class UnreasonableGraphError(OntologyError, ValueError):
    """The graph holds triples that a reasoner for OWL 2 DL would pass over or misread."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep every fault, so that all can be mended at once."""
        shown = "\n  ".join(faults[:20])
        super().__init__(
            f"{len(faults)} faults keep the reasoner from reading all of the graph; "
            f"declare the terms in onrecord.ttl or mend the data:\n  {shown}"
        )
        self.faults = faults
