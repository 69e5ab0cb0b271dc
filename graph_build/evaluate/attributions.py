"""Who-said-what scores: found attributions against gold ones, matched one to one.

The measure is that of the PolNeAR scorer: within an article pairs are chosen so that the summed
overlap (Dice) of their contents is greatest; a pair is right if the overlaps of its contents and of
its sources are both at least one half. A gold attribution without a source is matched only by a
find without one. Optional gold may be found or missed without harm.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph_build.evaluate.gold import GoldArticle, Scored
from graph_build.evaluate.tokens import Tokens, TokenView, dice
from graph_build.model.attribution import Attribution

_HALF = 0.5
_ROUNDS = 1000
Kind = Callable[["Viewed"], bool]


@dataclass(frozen=True, slots=True)
class Viewed:
    """An attribution as sets of tokens; `quoted` is the share of its content between marks."""

    content: Tokens
    source: Tokens
    others: tuple[Tokens, ...] = ()
    optional: bool = False
    quoted: float = 0.0
    headline: bool = False
    pieces: tuple[tuple[str, Tokens], ...] = ()

    def content_overlap(self, found: "Viewed") -> float:
        """The best overlap of the other's content with any accepted extent of this one's."""
        return max(dice(extent, found.content) for extent in (self.content, *self.others))


@dataclass(frozen=True, slots=True)
class Counts:
    """Right finds, all finds, gold attributions found, all gold attributions."""

    right: int = 0
    found: int = 0
    recalled: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the finds that are right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Counts by kind with 95% intervals of F1.

    Kinds of who-said-what: "all"; "direct" (at least half quoted), of the rest "mixed" (some of it
    quoted) and "indirect" (all of the rest, mixed included); "without-source"; "headline" (in the
    first line); "publisher NAME". Kinds of borders: "spans ROLE", where a contiguous piece counts
    as right if the gold has the very same one in that role.
    """

    articles: int
    by_kind: dict[str, Counts]
    intervals: dict[str, tuple[float, float]]


_KINDS: dict[str, Kind] = {
    "all": lambda _: True,
    "direct": lambda a: a.quoted >= _HALF,
    "indirect": lambda a: a.quoted < _HALF,
    "mixed": lambda a: 0 < a.quoted < _HALF,
    "without-source": lambda a: not a.source,
    "headline": lambda a: a.headline,
}
_ROLES = ("source", "cue", "content")


def evaluate_attributions(
    articles: Iterable[tuple[GoldArticle, Sequence[Attribution | Scored]]],
) -> Evaluation:
    """Scores finds against gold, article by article; the interval resamples articles (seed 0)."""
    per_article = [_score(gold, found) for gold, found in articles]
    kinds = list(dict.fromkeys(kind for one in per_article for kind in one)) or list(_KINDS)
    ordered = sorted(kinds, key=lambda kind: kind.startswith("publisher"))
    by_kind = {kind: [one[kind] for one in per_article if kind in one] for kind in ordered}
    totals = {kind: sum(counts, Counts()) for kind, counts in by_kind.items()}
    intervals = {kind: _interval(counts) for kind, counts in by_kind.items()}
    return Evaluation(len(per_article), totals, intervals)


def _score(article: GoldArticle, found: Sequence[Attribution | Scored]) -> dict[str, Counts]:
    view = TokenView(article.text)
    gold = [g for g in (_view(view, a) for a in article.attributions) if g.content]
    finds = [f for f in (_view(view, a) for a in found) if f.content]
    right = {
        (i, j)
        for i, j in match(gold, finds)
        if gold[i].content_overlap(finds[j]) >= _HALF
        and dice(gold[i].source, finds[j].source) >= _HALF
    }
    on_optional = {j for i, j in right if gold[i].optional}
    hit_gold, hit_finds = {i for i, _ in right}, {j for _, j in right}
    counts = {}
    for name, is_kind in _KINDS.items():
        of_kind = [j for j, f in enumerate(finds) if is_kind(f) and j not in on_optional]
        wanted = [i for i, g in enumerate(gold) if is_kind(g) and not g.optional]
        counts[name] = Counts(
            right=len(hit_finds.intersection(of_kind)),
            found=len(of_kind),
            recalled=len(hit_gold.intersection(wanted)),
            gold=len(wanted),
        )
    if article.publisher:
        counts[f"publisher {article.publisher}"] = counts["all"]
    return counts | {f"spans {role}": _borders(role, gold, finds) for role in _ROLES}


def _borders(role: str, gold: Sequence[Viewed], finds: Sequence[Viewed]) -> Counts:
    """How many pieces of a role are found with exactly their words; doubles count once."""
    wanted, found = ({p for a in side for r, p in a.pieces if r == role} for side in (gold, finds))
    same = len(wanted & found)
    return Counts(same, len(found), same, len(wanted))


def _view(view: TokenView, attribution: Attribution | Scored) -> Viewed:
    content = view.cover(attribution.content)
    scored = attribution if isinstance(attribution, Scored) else None
    return Viewed(
        content=content,
        source=view.cover(attribution.source),
        others=tuple(view.cover(o) for o in scored.others) if scored else (),
        optional=scored is not None and scored.optional,
        quoted=len(content & view.quoted) / len(content) if content else 0.0,
        headline=bool(attribution.content) and view.is_headline(attribution.content[0]),
        pieces=tuple(_pieces(view, attribution)),
    )


def _pieces(view: TokenView, attribution: Attribution | Scored) -> Iterator[tuple[str, Tokens]]:
    for role in _ROLES:
        for span in getattr(attribution, role):
            tokens = view.cover((span,))
            if tokens:
                yield role, tokens


def match(gold: Sequence[Viewed], finds: Sequence[Viewed]) -> list[tuple[int, int]]:
    """The one-to-one pairs with the greatest summed overlap of contents.

    Ties are broken by the overlap of sources, weighted so lightly that it cannot buy a worse
    content. Pairs that share no token are never made.
    """
    import networkx as nx

    graph = nx.Graph()
    for i, g in enumerate(gold):
        for j, f in enumerate(finds):
            overlap = g.content_overlap(f)
            if overlap > 0:
                weight = overlap + 1e-4 * dice(g.source, f.source)
                graph.add_edge(("gold", i), ("find", j), weight=weight)
    pairs = []
    for component in nx.connected_components(graph):
        for one, other in nx.max_weight_matching(graph.subgraph(component)):
            (_, i), (_, j) = (one, other) if one[0] == "gold" else (other, one)
            pairs.append((i, j))
    return sorted(pairs)


def _interval(per_article: Sequence[Counts]) -> tuple[float, float]:
    """The 2.5th and 97.5th percentile of F1 over a thousand resamplings of the articles."""
    if not per_article:
        return (0.0, 0.0)
    draw = random.Random(0)  # noqa: S311 - a bootstrap, not a secret
    scores = sorted(
        sum(draw.choices(per_article, k=len(per_article)), Counts()).f1 for _ in range(_ROUNDS)
    )
    return scores[int(0.025 * _ROUNDS)], scores[int(0.975 * _ROUNDS)]
