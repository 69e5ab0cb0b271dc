"""The order of the stages, and nothing else.

Bytes -> report -> annotations -> links -> claims -> quads -> graph; then the derived graph of
comparisons, anew from the claims alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

from graph_build.annotate import Annotator, Extractor, ParsedReport, RuleExtractor, Vocabulary
from graph_build.annotate.combined import CombinedExtractor
from graph_build.annotate.trained import Bundle, ChainedExtractor, CueNames, TrainedExtractor
from graph_build.claims import ClaimBuilder
from graph_build.compare import compare_reports
from graph_build.compare.disagreements import find_disagreements
from graph_build.errors import GraphBuildError, UnknownModelError
from graph_build.judging import renew_identities
from graph_build.link import Linker
from graph_build.model.attribution import Attribution
from graph_build.model.quad import Quad
from graph_build.model.statement import ReportGraph
from graph_build.model.text import Report, Text
from graph_build.rdf import (
    comparison_quads,
    disagreement_quads,
    gazetteer_quads,
    report_graph_to_quads,
)
from graph_build.rdf.iris import DERIVED_GRAPH, GAZETTEER_GRAPH
from graph_build.read import iter_inputs, make_reading_text, read_report
from graph_build.store import (
    GraphStore,
    compared_reports,
    open_store,
    stated_facts,
    surroundings,
)
from ontology.gazetteer_file import files_identity
from ontology.lexicon import Lexicon, load_lexicon
from ontology.predicates import Attribute, load_predicates
from ontology.world import World, load_world

VERSION = "0.1.0"
MODELS = ("trained", "rules")
DEFAULT_MODEL = "trained"
MODEL_FOLDER = Path(__file__).parent / "data" / "model"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no report: its path and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did: counts, issues per code, and the inputs that could not be read."""

    added: int
    unchanged: int
    claims: int
    issues: tuple[tuple[str, int], ...]
    failures: tuple[Failure, ...]

    @property
    def read_nothing(self) -> bool:
        """Whether not one of the inputs could be read."""
        return self.added + self.unchanged == 0


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a pipeline is made of: the name of its extractor, and files of the user beside ours."""

    model: str = DEFAULT_MODEL
    gazetteer: tuple[Path, ...] = ()
    lexicon: tuple[Path, ...] = ()

    @property
    def identity(self) -> str:
        """What tells these files from others, for `builtWith`; "" where there are none.

        Raises:
            GazetteerError: a file cannot be read.
        """
        return files_identity(self.gazetteer, self.lexicon)


@dataclass(frozen=True)
class Pipeline:
    """The stages that turn one report into its graph, with what they know of world and language."""

    extractor: Extractor
    annotator: Annotator
    linker: Linker
    lexicon: Lexicon
    world: World
    built_with: str
    attributes: Mapping[str, Attribute] = field(default_factory=dict)

    @classmethod
    def create(
        cls,
        model: str = DEFAULT_MODEL,
        gazetteer: Sequence[Path] = (),
        lexicon: Sequence[Path] = (),
    ) -> "Pipeline":
        """The pipeline with one extractor by name, and what the user knows beside what we know.

        Args:
            model: name of the extractor.
            gazetteer: files of the user beside ours, with things of the world.
            lexicon: files of the user beside ours, with words of reporting and of facts.

        Raises:
            UnknownModelError, DamagedModelError.
            GazetteerError: a file of the user cannot be read.
        """
        return cls._of(Knowledge(model, tuple(gazetteer), tuple(lexicon)))

    @classmethod
    def _of(cls, knowledge: "Knowledge") -> "Pipeline":
        model = knowledge.model
        world, lexicon = load_world(knowledge.gazetteer), load_lexicon(knowledge.lexicon)
        predicates = load_predicates(knowledge.lexicon)
        vocabulary = Vocabulary(lexicon)
        rules = _rules(vocabulary, world)
        extractor = _extractor(model, rules, vocabulary)
        chained = extractor if extractor is rules else ChainedExtractor(extractor, rules)
        return cls(
            extractor=extractor,
            annotator=Annotator.create(chained, vocabulary, world, predicates),
            linker=Linker(world, lexicon, predicates.attributes),
            lexicon=lexicon,
            world=world,
            built_with=f"onrecord {VERSION}; {extractor.name}{knowledge.identity}",
            attributes=predicates.attributes,
        )

    def report_graph(self, report: Report) -> ReportGraph:
        """Everything that a report gives to the graph."""
        reading = make_reading_text(report)
        annotations = self.annotator.annotate(report, reading)
        linked = self.linker.link(report, reading, annotations)
        builder = ClaimBuilder(report, reading, annotations, linked, self.lexicon, self.attributes)
        return builder.build(self.built_with)

    def attributions(self, report: Report) -> tuple[Attribution, ...]:
        """The attributions of a report alone."""
        return self.extractor.attributions(ParsedReport(report, make_reading_text(report)))

    def containers(self, iri: str) -> tuple[str, ...]:
        """The places below country that a curated place lies in, nearest first."""
        entity = self.world.entities.get(iri)
        held = entity.containers if entity else ()
        return tuple(c for c in held if self.world.entities[c].kind != "Country")


def _extractor(model: str, rules: RuleExtractor, vocabulary: Vocabulary) -> Extractor:
    if model == "rules":
        return rules
    if model == "trained":
        names = CueNames.of(vocabulary.lexicon.cues)
        speakers = rules.media | vocabulary.role_nouns | vocabulary.speaker_forms
        return CombinedExtractor(TrainedExtractor(Bundle(MODEL_FOLDER), names, speakers), rules)
    known = ", ".join(MODELS)
    raise UnknownModelError(f"there is no extractor '{model}'; choose one of: {known}")


def _rules(vocabulary: Vocabulary, world: World) -> RuleExtractor:
    media = (e for e in world.entities.values() if e.kind in {"NewsAgency", "NewsOrganization"})
    names = frozenset(label.casefold() for e in media for label in e.labels)
    return RuleExtractor(vocabulary, names)


@dataclass(frozen=True, slots=True)
class Processed:
    """One input after all stages before the store; `failure` where there is no report."""

    path: str
    report_id: str = ""
    quads: tuple[Quad, ...] = ()
    text: Text | None = None
    claims: int = 0
    issues: tuple[str, ...] = ()
    failure: str | None = None


def pipeline_of(knowledge: Knowledge | str) -> Pipeline:
    """The pipeline of this process, by the name of its extractor: a worker makes it once."""
    asked = knowledge if isinstance(knowledge, Knowledge) else Knowledge(knowledge)
    return _made(asked, asked.identity)


@cache
def _made(knowledge: Knowledge, identity: str) -> Pipeline:
    """One pipeline for each state of the user's files, which `identity` tells apart."""
    return Pipeline.create(knowledge.model, knowledge.gazetteer, knowledge.lexicon)


def process(path: str, knowledge: Knowledge) -> Processed:
    """One input file to quads. One bad report never stops a run: it comes back as a failure."""
    pipeline = pipeline_of(knowledge)
    try:
        return _processed(path, pipeline)
    except GraphBuildError as error:
        return Processed(path, failure=str(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report is no reason to stop
        fault = f"{type(error).__name__}: {error}"
        return Processed(path, failure=f"a fault of this program, please report it ({fault})")


def _processed(path: str, pipeline: Pipeline) -> Processed:
    report = read_report(Path(path))
    graph = pipeline.report_graph(report)
    return Processed(
        path=path,
        report_id=report.id,
        quads=tuple(report_graph_to_quads(graph, pipeline.containers)),
        text=report.text,
        claims=sum(len(s.hops) for s in graph.statements),
        issues=tuple(issue.code for issue in graph.issues),
    )


def build(
    paths: Sequence[str],
    graph: Path,
    *,
    knowledge: Knowledge = Knowledge(),
    jobs: int = 1,
    progress: Progress | None = None,
) -> BuildSummary:
    """Adds reports to a graph, each whole or not at all, and renews the comparisons.

    Args:
        paths: files, folders and globs.
        graph: the folder of the graph; made if it is not there.
        knowledge: the extractor and the user's own files; where a file has changed, the reports
            are read anew.
        jobs: number of worker processes; the result does not depend on it.
        progress: called with (done, all, name) after each input.

    Raises:
        UnknownModelError, GazetteerError, NotAGraphError, GraphBusyError.
    """
    built_with = pipeline_of(knowledge).built_with
    inputs = [str(path) for path in iter_inputs(paths)]
    done: list[Processed] = []
    unchanged = 0
    with open_store(graph, create=True) as store:
        store.replace_graph(GAZETTEER_GRAPH, gazetteer_quads(knowledge.gazetteer))
        for number, result in enumerate(_process_all(inputs, knowledge, jobs), start=1):
            unchanged += _put(store, result, built_with)
            done.append(result)
            if progress is not None:
                progress(number, len(inputs), Path(result.path).name)
        _renew_derived(store)
    return _summary(done, unchanged)


def _process_all(inputs: Sequence[str], knowledge: Knowledge, jobs: int) -> Iterator[Processed]:
    if jobs <= 1 or len(inputs) <= 1:
        yield from (process(path, knowledge) for path in inputs)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from pool.map(process, inputs, [knowledge] * len(inputs), chunksize=1)


def _put(store: GraphStore, result: Processed, built_with: str) -> bool:
    """Writes one report; whether it was held already, built with the same version."""
    if result.text is None:
        return False
    held = store.has_report(result.report_id)
    if held == built_with:
        return True
    store.put_report(result.quads, result.text)
    return False


def _renew_derived(store: GraphStore) -> None:
    """Everything that follows from the reports, in the order in which one rests on the other."""
    _renew_comparisons(store)
    renew_identities(store)


def _renew_comparisons(store: GraphStore) -> None:
    found = compare_reports(compared_reports(store))
    disagreements = find_disagreements(stated_facts(store), surroundings(store))
    quads = chain(comparison_quads(found), disagreement_quads(disagreements))
    store.replace_graph(DERIVED_GRAPH, quads)


def _summary(done: Iterable[Processed], unchanged: int) -> BuildSummary:
    results = list(done)
    read = [r for r in results if r.failure is None]
    issues = Counter(code for r in read for code in r.issues)
    return BuildSummary(
        added=len(read) - unchanged,
        unchanged=unchanged,
        claims=sum(r.claims for r in read),
        issues=tuple(sorted(issues.items())),
        failures=tuple(Failure(r.path, r.failure) for r in results if r.failure is not None),
    )


def remove(report: str, graph: Path) -> str:
    """Takes one report out, by id, IRI or file name; gives the name of the file it came from.

    Raises:
        UnknownReportError: no report, or several, of that name.
    """
    with open_store(graph) as store:
        held = store.find_report(report)
        store.remove_report(held.id)
        _renew_derived(store)
        return held.file_name
