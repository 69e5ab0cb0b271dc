"""Lines that belong to the page and not to the report, known by their form alone.

Works line by line; what needs a line's surroundings (teasers without a label, lines printed twice)
is in `teasers` and `zones`.
"""

import re
from itertools import pairwise

from graph_build.read.paragraphs import Paragraph
from graph_build.read.words import words_of

_MAX_LENGTH = 300
_NUMBER = r"\d[\d.,]*\s?[kKmM]?"
_COUNTED = (
    r"(?:views?|shares?|likes?|comments?|reads?|hits|visits|visitors|retweets?|followers?"
    r"|subscribers?|clicks|downloads|replies|reactions?)"
)
_LABEL = (
    r"(?:read more|read also|also read|read next|read this|see also|see more|related"
    r"(?: (?:article|story|stories|news|coverage|content|posts?|topics?|reading))?s?"
    r"|more on this(?: (?:story|topic))?|further reading|don['’]t miss|must read"
    r"|you (?:may|might) (?:also )?like|recommended(?: (?:for you|reading|stories))?)"
)
_MEDIA_LABEL = (
    r"(?:watch(?: (?:more|also|now|live))?|listen(?: (?:to|now))?|video|read"
    r"|in (?:pictures|photos|video)|photo gallery|gallery|podcast)"
)

_TEASER = re.compile(rf"{_LABEL}\s*[:|>»–—-]\s*\S", re.IGNORECASE)
_MEDIA_TEASER = re.compile(rf"{_MEDIA_LABEL}\s*[:|>»]\s*\S", re.IGNORECASE)
_SECTION = re.compile(
    rf"(?:{_LABEL}|most (?:read|viewed|popular|shared)|trending(?: now| news| topics)?"
    r"|latest(?: (?:news|stories|updates|headlines))?|top (?:stories|news|headlines)"
    r"|more (?:stories|news|headlines|articles|from .{1,40})|editor['’]?s['’]? (?:picks?|choice)"
    r"|popular(?: (?:now|posts|stories))?|what to read next|up next)\s*:?",
    re.IGNORECASE,
)
_FORMS: dict[str, tuple[str, ...]] = {
    "counter of the page": (
        rf"(?:total |page |post )?{_COUNTED}\s*[:(]\s*{_NUMBER}\)?",
        rf"(?:{_NUMBER}\s*{_COUNTED}\W*)+",
        rf"{_NUMBER}\s*min(?:ute)?s?(?:['’]s?)? read",
        r"(?:estimated )?reading time:?.{1,20}",
    ),
    "copyright line": (
        r"(?:©|\(c\)\s|copyright\b\s*(?:©|\(c\)|\d{4}|by\b)).*",
        r".{0,120}\ball rights reserved\b.{0,80}",
        r".{0,80}may not be (?:published|reproduced)\b.{0,120}",
    ),
    "call to subscribe or follow": (
        r"(?:sign up|subscribe|join us|join our|follow (?:us|our|the latest))\b.{0,250}",
        r"follow .{2,40} on (?:x|twitter|facebook|telegram|instagram|whatsapp|youtube"
        r"|google news)\b.{0,200}",
        r"(?:download (?:our|the) .{0,30}app\b|get (?:our|the) .{0,60}(?:inbox|newsletter|email))"
        r".{0,200}",
        r"(?:like us on|stay (?:up to date|informed|connected)|(?:enter )?your email"
        r"|click here (?:to|for)\b|tap here|support our journalism"
        r"|become a (?:member|subscriber)).{0,200}",
    ),
    "notice of the page": (
        r"(?:this (?:site|website|page) uses cookies|we use cookies|by (?:clicking|continuing)\b"
        r"|your browser does not|please enable javascript|video player is loading"
        r"|this video is (?:restricted|not|unavailable)|javascript is (?:disabled|required)"
        r"|error \d{3}|editor['’]s note\s*:|note to readers\s*:|disclaimer\s*:|correction\s*:)"
        r".{0,280}",
    ),
    "control of the page": (
        r"(?:advertisements?|sponsored(?: content| by .{1,40})?|promoted)\W*",
        r"(?:skip to (?:main )?content|menu|home|homepage|search|close|log ?in|log ?out|sign in"
        r"|sign up|register|subscribe|subscribe now|back to top|go to top|next|previous|prev"
        r"|accept(?: all)?(?: cookies)?|reject all|privacy policy|terms of (?:use|service)"
        r"|contact us|about us|newsletters?|text size|font size|a\+? ?a-?)\W*",
        r"(?:live|watch live|live tv|on air|listen|play|play now|play video|pause|mute|unmute"
        r"|replay|fullscreen|loading|video|photos?)\W*",
        r"(?:print|email|share|share this.{0,20}|copy link|link copied.{0,10}|comments?"
        r"|(?:leave|post|add) a (?:comment|reply)|view (?:all )?comments)\W*",
        r"(?:show more|load more|see all|view all|continue reading|read the full story"
        r"|story continues below.{0,30})\W*",
    ),
    "control of a player": (
        r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2}",
        r"[\w ]{0,40}\b(?:icon|logo|button|thumbnail|spinner)",
    ),
    "labels of the page": (r"(?:tags?|topics?|keywords|filed under|categor(?:y|ies))\s*:.{1,250}",),
    "credit of a picture": (
        r"[(\[]?(?:photo|image|picture|photograph|credit|illustration|file photo|getty images)s?"
        r"(?: (?:credit|by|courtesy|via)\b|\s*:).{1,150}",
        r"[^.]{0,200}[\[(][^\])]{0,60}\b(?:AFP|AP|Reuters|Getty|EPA|Anadolu|handout|file)\b"
        r"[^\])]{0,40}[\])]",
        r"[^.]{0,120}\b(?:via getty images|/getty images|/afp|/reuters)\W*",
    ),
    "bare address": (
        r"(?:(?:https?://|www\.|pic\.twitter\.com/)\S+\s*)+",
        r"@\w+",
    ),
    "ornament or number by itself": (r"[\W\d_]{1,80}",),
    "code of the page": (
        r"[^“”]{0,200}[{}]",
        r"(?-i:[a-z-]{2,30}): ?(?-i:[a-z0-9#.!%,() -]{1,60});",
        r"(?:<[/!a-z][^<>]{0,250}>\s*)+",
        r"<[/!a-z][^<>]{0,250}",
    ),
}
_RULES = tuple(
    (reason, re.compile("|".join(forms), re.IGNORECASE)) for reason, forms in _FORMS.items()
)
_SHARE_WORDS = words_of(
    """share tweet post pin email e mail print copy link facebook twitter x whatsapp telegram on and
    linkedin reddit pinterest instagram messenger viber flipboard save via youtube tiktok threads
    bluesky sms this article story"""
)
_NETWORKS = words_of(
    """facebook twitter whatsapp telegram linkedin reddit pinterest instagram messenger viber
    flipboard tweet youtube tiktok bluesky"""
)
_LETTERS = re.compile(r"[a-z]+")


def furniture_reason(paragraph: Paragraph, *, may_be_headline: bool = False) -> str | None:
    """Why a line is furniture by its form, None where its form does not say so.

    Args:
        paragraph: The line.
        may_be_headline: Whether it stands where a headline may; "Video: ..." is one there.
    """
    text = paragraph.text
    if len(text) > _MAX_LENGTH:
        return None
    if _TEASER.match(text) or (not may_be_headline and _is_media_teaser(paragraph)):
        return "teaser with a label"
    if opens_teasers(paragraph):
        return "heading of a list of teasers"
    if _is_share_bar(text):
        return "share bar"
    for reason, pattern in _RULES:
        if pattern.fullmatch(text):
            return reason
    return "words printed twice by a page control" if _stammers(paragraph) else None


def opens_teasers(paragraph: Paragraph) -> bool:
    """Whether the line is the heading of a list of links to other stories."""
    return _SECTION.fullmatch(paragraph.text) is not None


def _is_media_teaser(paragraph: Paragraph) -> bool:
    return _MEDIA_TEASER.match(paragraph.text) is not None and not paragraph.has_quote


def _is_share_bar(text: str) -> bool:
    words = _LETTERS.findall(text.lower())
    if not words or len(text) > 120:
        return False
    return all(w in _SHARE_WORDS for w in words) and any(w in _NETWORKS for w in words)


def _stammers(paragraph: Paragraph) -> bool:
    words = paragraph.key.split()
    if len(words) > 6 or paragraph.ends_sentence or paragraph.has_quote:
        return False
    return any(a == b and len(a) > 3 for a, b in pairwise(words))
