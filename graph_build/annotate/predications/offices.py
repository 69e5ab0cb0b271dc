"""Who holds which office: titles before a name, and posts beside it between commas."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph_build.annotate.parsed import Range
from graph_build.annotate.predications.found import Filler, Found
from graph_build.annotate.predications.tree import Tree
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.predication import Slot
from ontology.predicates import Attribute

_TITLE_TAGS = frozenset({"NNP", "NNPS", "NN", "JJ", "POS", "HYPH"})
_IN_TITLES = frozenset({"and", "of", "&", "for", "to"})
_PARTICLES = frozenset(
    {"al", "el", "bin", "bint", "ibn", "de", "da", "del", "della", "di", "van", "von", "der", "den",
     "la", "le", "dos", "abu", "ben", "ter", "ul", "ur"}
)  # fmt: skip
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr.", "sir", "dame"}
)
_PERIODS = frozenset({"former", "ex", "then", "acting", "current", "outgoing", "incoming", "late"})
_NO_NAMES = frozenset(
    {
        "session", "order", "action", "power", "branch", "privilege", "house", "department",
        "office", "committee", "council", "ministry", "court", "party",
        "assembly", "conference", "election", "staff",
    }
)  # fmt: skip
_NO_POST = frozenset({"IN", "CC", "WDT", "WP", "``", "''"})
_OTHERWISE = frozenset({"father", "attorney"})
_RANKS = frozenset({"office", "military", "clerical"})
_LONGEST_POST = 16


@dataclass(frozen=True)
class OfficeWords:
    """The nouns that name a post, and what may follow them: "Secretary" and "of State"."""

    heads: frozenset[str]
    tails: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary, further: frozenset[str]) -> "OfficeWords":
        """Those of the titles and of the nouns for post holders in the lexicon."""
        lexicon = vocabulary.lexicon
        titles = [t.form.lower() for t in lexicon.titles if t.rank in _RANKS]
        parts = [title.partition(" of ") for title in titles]
        heads = {first.split()[-1] for first, _, _ in parts}
        named = {n.lemma.split()[-1] for n in lexicon.source_nouns if not n.unnamed}
        tails = frozenset(last for _, _, last in parts if last)
        return cls(frozenset((heads | named | further) - _HONORIFICS - _OTHERWISE), tails)


def offices(tree: Tree, words: OfficeWords, attribute: Attribute) -> Iterator[Found]:
    """The holders of offices that a paragraph names, each once."""
    done: set[int] = set()
    for at in range(tree.size):
        if tree.word[at] not in words.heads or not tree.is_noun(at):
            continue
        for name, post, method in _readings(tree, at, words):
            if name[0] not in done:
                done.add(name[0])
                yield _found(tree, at, name, post, method, attribute)
            break


def _found(
    tree: Tree, at: int, name: Range, post: Range, method: str, attribute: Attribute
) -> Found:
    one = Found(at, tree.word[at], method, attribute, is_noun=True)
    one.arguments[Slot.SUBJECT] = Filler(name[1] - 1, name)
    one.arguments[Slot.OBJECT] = Filler(at, post)
    return one


def _readings(tree: Tree, at: int, words: OfficeWords) -> Iterator[tuple[Range, Range, str]]:
    title = _title_before_name(tree, at, words)
    if title is not None:
        yield (*title, "office:title")
    beside = _post_after_name(tree, at, words.heads)
    if beside is not None:
        yield (*beside, "office:apposition")
    before = _post_before_name(tree, at, words.heads)
    if before is not None:
        yield (*before, "office:named after")


def _title_before_name(tree: Tree, at: int, words: OfficeWords) -> tuple[Range, Range] | None:
    """Prime Minister X; Germany's former foreign minister X; Secretary of State X."""
    end = at + 1
    if end + 1 < tree.size and tree.word[end] == "of" and tree.word[end + 1] in words.tails:
        end += 2
    name = name_from(tree, end)
    if name is None or tree.word[name[0]] in words.heads or _is_body(tree, at, name):
        return None
    return name, (_title_start(tree, at, words.heads), end)


def _is_body(tree: Tree, at: int, name: Range) -> bool:
    """Whether title and name together name a body: "Justice Department", "Executive Session"."""
    _, ends, kind = tree.entity_at(at) or (0, 0, "")
    whole = kind == "ORG" and ends > name[0]
    return whole or tree.word[name[1] - 1] in _NO_NAMES


def name_from(tree: Tree, start: int) -> Range | None:
    """The personal name that begins at a token: capitalised words and particles between them."""
    end = start
    while end < tree.size and (tree.is_name(end) or _joins_names(tree, start, end)):
        end += 1
    while end > start and not tree.is_name(end - 1):
        end -= 1
    if end == start or end - start > 8 or not tree.text[start][0].isalpha():
        return None
    if tree.text[start].isupper() and end - start == 1 and not tree.is_headline:
        return None
    return start, end


def _joins_names(tree: Tree, start: int, at: int) -> bool:
    if at == start:
        lowered = tree.word[at] in _PARTICLES and at + 1 < tree.size
        return lowered and (tree.text[at + 1] == "-" or tree.is_name(at + 1))
    if tree.text[at] in {"-", "’", "'"} or tree.tag[at] == "HYPH":
        return True
    return tree.word[at] in _PARTICLES or (
        tree.text[at][0].isupper() and tree.tag[at] in {"NN", "JJ", "FW", "VBG", "NNS", "CD"}
    )


def _title_start(tree: Tree, at: int, words: frozenset[str]) -> int:
    start = at
    while start > 0:
        before = start - 1
        capital = tree.text[before][0].isupper() or tree.tag[before] == "POS"
        if tree.word[start] in _PERIODS and not capital:
            break
        if (tree.tag[before] in _TITLE_TAGS and tree.text[before] not in {"“", '"'}) or (
            tree.word[before] in _IN_TITLES and _opens_a_title(tree, before, words)
        ):
            start = before
        else:
            break
    while start < at and tree.tag[start] in {"POS", "HYPH"}:
        start += 1
    return start


def _opens_a_title(tree: Tree, link: int, words: frozenset[str]) -> bool:
    """Whether "of" or "and" stands inside a title: "Chief of Staff", "Secretary of State"."""
    if link == 0:
        return False
    if tree.word[link] == "of":
        return tree.word[link - 1] in words and tree.is_name(link - 1)
    joined = tree.word[link] in {"and", "&"} and tree.is_name(link - 1) and tree.is_name(link + 1)
    return joined and any(tree.word[i] in words for i in range(max(0, link - 3), link))


def _post_after_name(tree: Tree, at: int, words: frozenset[str]) -> tuple[Range, Range] | None:
    """X, the mayor of Y, ..."""
    start = at
    while start > 0 and at - start < 8 and tree.text[start - 1] not in {",", "(", "–", "—"}:
        start -= 1
        if tree.tag[start] in _NO_POST or tree.tag[start][:2] == "VB":
            return None
    if at + 1 < tree.size and tree.is_name(at + 1):
        return None
    if start < 2 or tree.text[start - 1] not in {",", "(", "–", "—"}:
        return None
    name = _name_ending(tree, start - 1, words)
    if name is None:
        return None
    return name, (start, _post_end(tree, at + 1, start))


def _name_ending(tree: Tree, end: int, words: frozenset[str]) -> Range | None:
    """The full personal name that ends before a token."""
    start = end
    while start > 0 and (tree.is_name(start - 1) or _joins_names(tree, -1, start - 1)):
        start -= 1
    while start < end and (not tree.is_name(start) or tree.word[start] in words):
        start += 1
    if end - start < 2 or end - start > 7 or tree.word[end - 1] in words:
        return None
    if tree.entities.get(start, (0, "PERSON"))[1] in {"GPE", "LOC", "DATE", "NORP"}:
        return None
    return start, end


def _post_end(tree: Tree, end: int, start: int) -> int:
    """The end of the wording of a post: a comma, a verb, a clause."""
    while end < tree.size and end - start < _LONGEST_POST:
        if tree.text[end] in {",", ".", ";", ")", "(", "–", "—", ":", "”", "“", '"'}:
            break
        if tree.tag[end][:2] in {"VB", "MD", "WP", "WD"} or tree.tag[end] in {"PRP", "WRB"}:
            break
        if tree.dep[end] in {"mark", "aux"}:
            break
        end += 1
    while end > start + 1 and tree.tag[end - 1] in {"IN", "CC", "DT", "RB", "TO", "POS"}:
        end -= 1
    return end


def _post_before_name(tree: Tree, at: int, words: frozenset[str]) -> tuple[Range, Range] | None:
    """The ambassador to Y, X, ...; Y's president, X, ..."""
    end = _post_end(tree, at + 1, at)
    if end >= tree.size or tree.text[end] != ",":
        return None
    name = name_from(tree, end + 1)
    if name is None or name[1] - name[0] < 2 or tree.word[name[0]] in words:
        return None
    closed = name[1] >= tree.size or tree.text[name[1]] in {",", ".", ";", "”"}
    if not closed or tree.entities.get(name[0], (0, "PERSON"))[1] in {"GPE", "LOC", "NORP"}:
        return None
    start = _title_start(tree, at, words)
    if start == 0 or not (tree.tag[start - 1] in {"DT", "PRP$"} or "POS" in tree.tag[start:at]):
        return None
    if tree.tag[start - 1] in {"DT", "PRP$"}:
        start -= 1
    return name, (start, end)
