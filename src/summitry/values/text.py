"""Names compared as people compare them, and near misses.

Two spellings are *the same name* when they differ only in case, accents, punctuation,
spacing, a leading article, the abbreviation of *Saint*, or the spelling of an English word
that is written differently on the two sides of the Atlantic. Nothing looser: a guess is never
made here, only offered.
"""

from __future__ import annotations

import re
import unicodedata

from functools import lru_cache
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable


# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Control characters and unpaired surrogates: no name, id or note holds them."""

_SPELLINGS = {
    "st": "saint",
    "organisation": "organization",
    "organisations": "organizations",
    "labour": "labor",
    "centre": "center",
    "defence": "defense",
    "programme": "program",
}
"""Words that are written in two ways, and the one by which they are compared."""
_CO_OPERATION = re.compile(r"\bco operation\b")
_NOT_WORD = re.compile(r"[^\w]+")
_APOSTROPHES = re.compile(r"['’‘ʻʼ`]")


@lru_cache(maxsize=1 << 14)
def normalize(text: str) -> str:
    """Return the form in which names are compared.

    Args:
        text: A name as somebody wrote it.

    Returns:
        Lower-case words without accents or punctuation, separated by single spaces.

    Example:
        >>> normalize("Côte d’Ivoire"), normalize("The GAMBIA"), normalize("St. Lucia")
        ('cote divoire', 'gambia', 'saint lucia')
        >>> normalize("Organisation for Economic Co-operation and Development")
        'organization for economic cooperation and development'
    """
    # Twice: decomposing brings out letters that have a case of their own (as in ™).
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = plain.translate(_UNDECOMPOSED).replace("&", " and ")
    words = _NOT_WORD.sub(" ", _APOSTROPHES.sub("", plain)).replace("_", " ").split()
    words = [_SPELLINGS.get(word, word) for word in words]
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return _CO_OPERATION.sub("cooperation", " ".join(words))


def with_article(noun: str) -> str:
    """Return a noun as a sentence has it.

    Example:
        >>> with_article("Organization"), with_article("Summit")
        ('an Organization', 'a Summit')
    """
    return f"an {noun}" if noun[0].lower() in "aeio" else f"a {noun}"


def closest(text: str, names: Iterable[str], *, most: int = 3) -> list[str]:
    """Return those of *names* that *text* may have been meant for, best first.

    Args:
        text: What was written.
        names: What could have been meant.
        most: How many to return at the most.

    Returns:
        Names as given, none when nothing is near.

    Example:
        >>> closest("obsever", ["member", "observer", "guest"])
        ['observer']
    """
    # Needed only where something already went wrong, so not at import.
    from difflib import get_close_matches  # noqa: PLC0415

    spelled: dict[str, str] = {}
    for name in names:
        spelled.setdefault(normalize(name[:200]), name)
    near = get_close_matches(normalize(text[:200]), spelled, n=most, cutoff=0.6)
    return [spelled[key] for key in near]
