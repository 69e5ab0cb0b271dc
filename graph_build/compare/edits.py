"""Reads off two nearly equal sentences what the one has otherwise than the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Indel

from graph_build.compare.alignment import Alignment, Hunk
from graph_build.compare.change import Change, Edit
from graph_build.compare.passages import Passage, compared_words
from graph_build.compare.speakers import source_run, speaker_change
from graph_build.compare.tokens import runs, tokens_in
from graph_build.compare.values import Marked, Sort
from graph_build.model.text import Span

WIDEST_GAP: Final = 3  # words, within one quotation
SPELLED_ALIKE: Final = 0.72  # two names of which so much is equal are taken for two spellings


_CHANGES: Final = {
    Sort.DATE: (Change.DATE_CHANGED, Change.DATE_ADDED, Change.DATE_DROPPED),
    Sort.NUMBER: (Change.NUMBER_CHANGED, Change.NUMBER_ADDED, Change.NUMBER_DROPPED),
    Sort.NAME: (Change.NAME_CHANGED, Change.NAME_ADDED, Change.NAME_DROPPED),
    Sort.HEDGE: (Change.HEDGE_CHANGED, Change.HEDGE_ADDED, Change.HEDGE_DROPPED),
    Sort.NEGATION: (None, Change.NEGATION_ADDED, Change.NEGATION_DROPPED),
    Sort.CONDITION: (None, Change.CONDITION_ADDED, Change.CONDITION_DROPPED),
}


def edits(one: Passage, other: Passage, alignment: Alignment) -> tuple[Edit, ...]:
    """What the first sentence has otherwise than the second, in text order."""
    here, there = one.marked, other.marked
    found = [
        e for hunk in _joined(alignment, here) for e in _of_hunk(hunk, one, other, here, there)
    ]
    found = list(_without_moved(found))
    found.extend(marks_moved(alignment, here, there))
    return tuple(sorted(set(found), key=lambda e: (e.place, e.change, e.there or "")))


def _without_moved(found: Sequence[Edit]) -> Iterator[Edit]:
    """The edits without words that stand in both sentences, only elsewhere."""
    here = {_content(e.here) for e in found if e.there is None and e.here is not None}
    there = {_content(e.there) for e in found if e.here is None and e.there is not None}
    for edit in found:
        words = _content(edit.here or edit.there or "")
        both = edit.here is not None and edit.there is not None
        if both or words not in here & there:
            yield edit


def _content(text: str) -> frozenset[str]:
    tokens = tokens_in(text, [Span(0, len(text))])
    return frozenset(token.stem for token in tokens if token.is_content)


def _joined(alignment: Alignment, here: Marked) -> Iterator[Hunk]:
    """The hunks; two that only one small word parts are one."""
    held: Hunk | None = None
    for hunk in alignment.hunks():
        if held is not None and _is_small_gap(held, hunk, here):
            held = Hunk((held.one[0], hunk.one[1]), (held.other[0], hunk.other[1]))
            continue
        if held is not None:
            yield held
        held = hunk
    if held is not None:
        yield held


def _is_small_gap(held: Hunk, hunk: Hunk, here: Marked) -> bool:
    start, end = held.one[1], hunk.one[0]
    both = all(a < b for a, b in (held.one, hunk.one, held.other, hunk.other))
    return both and end - start == 1 and not here.tokens[start].is_content


def _of_hunk(
    hunk: Hunk, one: Passage, other: Passage, here: Marked, there: Marked
) -> Iterator[Edit]:
    mine, theirs = source_run(one, hunk.one), source_run(other, hunk.other)
    if mine is not None and theirs is not None:
        yield from _of_speaker((mine, theirs), one, other, here, there)
        return
    if mine is not None and _covers(hunk.one, mine) and hunk.other[0] == hunk.other[1]:
        yield Edit(Change.SPEAKER_ADDED, here.text(*hunk.one), None, hunk.one)
        return
    if theirs is not None and _covers(hunk.other, theirs) and hunk.one[0] == hunk.one[1]:
        yield Edit(Change.SPEAKER_DROPPED, None, there.text(*hunk.other), hunk.one)
        return
    sorts = _sorts(hunk.one, here), _sorts(hunk.other, there)
    if (Sort.CONDITION in sorts[0]) != (Sort.CONDITION in sorts[1]):
        yield _whole(Sort.CONDITION, hunk, here, there)
        return
    worded = False
    hedges = () if _are_forms(hunk, here, there) else (Sort.HEDGE,)
    for sort in (Sort.NEGATION, *hedges, Sort.DATE, Sort.NUMBER, Sort.NAME):
        edit = _of_sort(sort, hunk, here, there)
        if edit is not None:
            worded = True
            yield edit
    if not worded and not (set(sorts[0]) | set(sorts[1])):
        yield from _of_words(hunk, here, there)


def _are_forms(hunk: Hunk, here: Marked, there: Marked) -> bool:
    """Whether the hunk has other forms of the same words ("expects", "expected")."""
    mine, theirs = here.tokens[slice(*hunk.one)], there.tokens[slice(*hunk.other)]
    stems = [{token.stem for token in side if token.is_content} for side in (mine, theirs)]
    return stems[0] == stems[1] != set()


def _covers(stretch: tuple[int, int], run: tuple[int, int]) -> bool:
    return stretch[0] <= run[0] and run[1] <= stretch[1]


def _sorts(stretch: tuple[int, int], marked: Marked) -> set[Sort]:
    return {sort for sort in marked.sorts[slice(*stretch)] if sort is not None}


def _of_sort(sort: Sort, hunk: Hunk, here: Marked, there: Marked) -> Edit | None:
    """The change of one sort of value in a hunk, the values shown whole."""
    mine, theirs = _run_in(sort, hunk.one, here), _run_in(sort, hunk.other, there)
    changed, added, dropped = _CHANGES[sort]
    if mine is None and theirs is None:
        return None
    if mine is not None and theirs is not None:
        if changed is None or _are_equal(mine, theirs, here, there):
            return None
        change = _name_change(mine, theirs, here, there) if sort is Sort.NAME else changed
        return Edit(change, here.text(*mine), there.text(*theirs), mine)
    if mine is not None:
        return Edit(added, _value(hunk.one, mine, here), None, mine)
    assert theirs is not None
    return Edit(dropped, None, _value(hunk.other, theirs, there), (hunk.one[0], hunk.one[0]))


def _run_in(sort: Sort, stretch: tuple[int, int], marked: Marked) -> tuple[int, int] | None:
    """The values of that sort that the stretch touches, from the first to the last."""
    found = [marked.run_at(i) for i in range(*stretch) if marked.sorts[i] is sort]
    return (found[0][0], found[-1][1]) if found else None


def _value(stretch: tuple[int, int], run: tuple[int, int], marked: Marked) -> str:
    """A value that only one side has, with the words that came or went with it."""
    return marked.text(min(stretch[0], run[0]), max(stretch[1], run[1]))


def _are_equal(mine: tuple[int, int], theirs: tuple[int, int], here: Marked, there: Marked) -> bool:
    words = compared_words(here.tokens[slice(*mine)]), compared_words(there.tokens[slice(*theirs)])
    return _summed(words[0]) == _summed(words[1])


def _summed(words: Sequence[str]) -> list[str]:
    """The words of a value, tens and units of a number in words made one ("twenty-four")."""
    found: list[str] = []
    for word in words:
        if found and len(word) == 1 and word.isdigit() and _is_tens(found[-1]):
            found[-1] = str(int(found[-1]) + int(word))
        else:
            found.append(word)
    return found


def _is_tens(word: str) -> bool:
    return len(word) == len("20") and word.isdigit() and word.endswith("0")


def _name_change(
    mine: tuple[int, int], theirs: tuple[int, int], here: Marked, there: Marked
) -> Change:
    return name_change(here.text(*mine), there.text(*theirs))


def name_change(one: str, other: str) -> Change:
    """Whether two names are two spellings of one, as far as their letters say."""
    mine, theirs = one.casefold().split(), other.casefold().split()
    pairs = list(zip(mine, theirs, strict=False))
    differing = [(a, b) for a, b in pairs if a != b]
    alike = len(mine) == len(theirs) and all(
        Indel.normalized_similarity(a, b) >= SPELLED_ALIKE for a, b in differing
    )
    return Change.NAME_SPELLED if alike else Change.NAME_CHANGED


def _whole(sort: Sort, hunk: Hunk, here: Marked, there: Marked) -> Edit:
    _, added, dropped = _CHANGES[sort]
    if sort in _sorts(hunk.one, here):
        return Edit(added, here.text(*hunk.one), there.text(*hunk.other) or None, hunk.one)
    place = hunk.one[0], hunk.one[0]
    return Edit(dropped, here.text(*hunk.one) or None, there.text(*hunk.other), place)


def _of_words(hunk: Hunk, here: Marked, there: Marked) -> Iterator[Edit]:
    """Words of weight that came, went or were replaced; other forms of one word are none."""
    mine = [t for t in here.tokens[slice(*hunk.one)] if t.is_content]
    theirs = [t for t in there.tokens[slice(*hunk.other)] if t.is_content]
    joined = ["".join(token.plain for token in side) for side in (mine, theirs)]
    if {t.stem for t in mine} == {t.stem for t in theirs} or joined[0] == joined[1]:
        return
    texts = here.text(*hunk.one) or None, there.text(*hunk.other) or None
    if mine and theirs:
        yield Edit(Change.WORDS_CHANGED, *texts, hunk.one)
    elif mine:
        yield Edit(Change.WORDS_ADDED, *texts, hunk.one)
    else:
        yield Edit(Change.WORDS_DROPPED, *texts, (hunk.one[0], hunk.one[0]))


def marks_moved(
    alignment: Alignment, here: Marked, there: Marked, *, fewest: int = 1
) -> Iterator[Edit]:
    """Words that both have, at least so many in a row, and only one between quotation marks."""
    for mine_quoted, change in ((True, Change.MARKS_ADDED), (False, Change.MARKS_DROPPED)):
        for mine, theirs in _stretches(alignment):
            flags = [
                here.tokens[a].quoted == mine_quoted and there.tokens[b].quoted != mine_quoted
                for a, b in zip(mine, theirs, strict=True)
            ]
            for start, end in runs(flags):
                place = mine[start], mine[end - 1] + 1
                other = theirs[start], theirs[end - 1] + 1
                content = any(token.is_content for token in here.tokens[slice(*place)])
                if content and end - start >= fewest:
                    yield Edit(
                        change,
                        _in_marks(here, place, mine_quoted),
                        _in_marks(there, other, not mine_quoted),
                        place,
                    )


def _stretches(alignment: Alignment) -> Iterator[tuple[list[int], list[int]]]:
    """The places of the words that both have, parted where much comes between."""
    mine: list[int] = []
    theirs: list[int] = []
    for a, b, length in alignment.blocks:
        if mine and max(a - mine[-1], b - theirs[-1]) > WIDEST_GAP:
            yield mine, theirs
            mine, theirs = [], []
        mine.extend(range(a, a + length))
        theirs.extend(range(b, b + length))
    if mine:
        yield mine, theirs


def _in_marks(marked: Marked, stretch: tuple[int, int], quoted: bool) -> str:
    text = marked.text(*stretch)
    return f"“{text}”" if quoted else text


def _of_speaker(
    sources: tuple[tuple[int, int], tuple[int, int]],
    one: Passage,
    other: Passage,
    here: Marked,
    there: Marked,
) -> Iterator[Edit]:
    mine, theirs = sources
    kind = speaker_change(one, mine, other, theirs)
    if kind == "name":
        names = _name_in(mine, here), _name_in(theirs, there)
        yield Edit(name_change(*names), *names, mine)
    elif kind == "number":
        yield Edit(Change.NUMBER_CHANGED, here.text(*mine), there.text(*theirs), mine)
    elif kind:
        yield Edit(Change(f"speaker-{kind}"), here.text(*mine), there.text(*theirs), mine)


def _name_in(source: tuple[int, int], marked: Marked) -> str:
    run = _run_in(Sort.NAME, source, marked)
    return marked.text(*(run or source))


def span_of(passage: Passage, place: tuple[int, int]) -> Span:
    """The stretch of the text that some words of a sentence take; the sentence where none."""
    start, end = place
    if start >= end:
        return passage.span
    return Span(passage.tokens[start].start, passage.tokens[end - 1].end)
