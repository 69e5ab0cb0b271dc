"""Reads back what comparing needs: each report with its text and the claims that it holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph_build.model.comparison import ComparedClaim, ComparedReport
from graph_build.model.text import Span
from graph_build.store.graph_store import GraphStore
from ontology.terms import Classes, Properties

_CLAIMS: Final = f"""
SELECT ?claim ?report ?offsets ?mode ?certainty ?speaker ?label ?chain ?source
WHERE {{
  GRAPH ?g {{
    ?claim <{Properties.isHead}> true ; <{Properties.reportedIn}> ?report ;
      <{Properties.contentOffsets}> ?offsets ; <{Properties.modeLabel}> ?mode ;
      <{Properties.certaintyLabel}> ?certainty .
  }}
  OPTIONAL {{ GRAPH ?g {{
    ?claim <{Properties.speaker}> ?speaker ; <{Properties.speakerLabel}> ?label
  }} }}
  OPTIONAL {{ GRAPH ?g {{ ?claim <{Properties.chainLabel}> ?chain }} }}
  OPTIONAL {{ GRAPH ?g {{ ?claim <{Properties.sourceOffsets}> ?source }} }}
}}
"""
_UNNAMED: Final = f"SELECT ?x WHERE {{ GRAPH ?g {{ ?x a <{Classes.UnnamedSource}> }} }}"
_MEDIA: Final = f"""
SELECT ?report ?medium WHERE {{ GRAPH ?g {{ ?report <{Properties.citesMedium}> ?medium }} }}
"""
_ZONES: Final = f"""
SELECT ?report ?start ?end WHERE {{ GRAPH ?g {{
  ?zone <{Properties.zoneKind}> "body" ; <{Properties.spanOf}> ?report ;
    <{Properties.start}> ?start ; <{Properties.end}> ?end
}} }}
"""
_WORDS: Final = f"""
SELECT ?report ?start ?exact WHERE {{ GRAPH ?g {{
  ?span a <{Classes.EvidenceSpan}> ; <{Properties.spanOf}> ?report ;
    <{Properties.start}> ?start ; <{Properties.exact}> ?exact
}} }}
"""


def compared_reports(store: GraphStore) -> tuple[ComparedReport, ...]:
    """Every report that the store holds, by IRI, its claims in text order.

    Where the file of a text is gone, what the claims hold of it stands at its place among blanks.
    """
    claims: dict[str, list[ComparedClaim]] = defaultdict(list)
    for report, claim in _claims(store):
        claims[report].append(claim)
    media: dict[str, set[str]] = defaultdict(set)
    for report, medium in _rows(store, _MEDIA):
        media[report].add(medium)
    body: dict[str, list[Span]] = defaultdict(list)
    for report, start, end in _rows(store, _ZONES):
        body[report].append(Span(int(start), int(end)))
    texts = _texts(store)
    return tuple(
        ComparedReport(
            report=iri,
            file_name=file_name,
            text=texts[iri],
            body=tuple(sorted(body[iri])),
            claims=tuple(sorted(claims[iri], key=lambda c: (c.content, c.claim))),
            media=frozenset(media[iri]),
        )
        for iri, file_name in sorted((r.iri, r.file_name) for r in store.reports())
    )


def _claims(store: GraphStore) -> Iterator[tuple[str, ComparedClaim]]:
    unnamed = {iri for (iri,) in _rows(store, _UNNAMED)}
    for row in _rows(store, _CLAIMS):
        claim, report, offsets, mode, certainty, speaker, label, chain, source = row
        yield (
            report,
            ComparedClaim(
                claim=claim,
                content=_spans(offsets),
                source=_spans(source),
                mode=mode,
                certainty=certainty,
                speaker=speaker or None,
                speaker_label=label or None,
                named=bool(speaker) and speaker not in unnamed,
                chain=chain,
            ),
        )


def _texts(store: GraphStore) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    lost: set[str] = set()
    for report in store.reports():
        try:
            texts[report.iri] = store.text_of(report.id)
        except FileNotFoundError:
            lost.add(report.iri)
    if lost:
        texts.update(_texts_of_claims(store, lost))
    return texts


def _texts_of_claims(store: GraphStore, lost: set[str]) -> Iterator[tuple[str, str]]:
    pieces: dict[str, dict[int, str]] = {iri: {} for iri in sorted(lost)}
    for report, start, exact in _rows(store, _WORDS):
        if report in lost:
            pieces[report][int(start)] = exact
    for report, held in pieces.items():
        end = max((start + len(exact) for start, exact in held.items()), default=0)
        text = [" "] * end
        for place, words in sorted(held.items()):
            text[place : place + len(words)] = words
        yield report, "".join(text)


def _rows(store: GraphStore, query: str) -> Iterator[Sequence[str]]:
    for row in store.select(query).rows:
        yield [term.value if term is not None else "" for term in row]


def _spans(offsets: str) -> tuple[Span, ...]:
    """Spans from the offsets as the graph writes them ("290-648 700-710")."""
    pairs = (piece.split("-", 1) for piece in offsets.split())
    return tuple(Span(int(start), int(end)) for start, end in pairs)
