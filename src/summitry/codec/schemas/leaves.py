"""What single values are in JSON Schema: texts by patterns, states by their codes.

The patterns mean the same to ECMA-262, to Python and to engines without look-around:
what is white space is spelled out, as it differs. To Python ``$`` is also before a line
end at the very end, so that wherever a text is matched to its end, line ends are refused
beside the pattern.
"""

from __future__ import annotations

import copy
import functools

from typing import Any

import attrs

from summitry.codec.shapes import Leaf
from summitry.states import all_states
from summitry.values.fields import LARGEST_NUMBER


@attrs.frozen
class Definition:
    """One kind of value in JSON Schema.

    Attributes:
        name: Its name among the definitions.
        description: What it is, for who writes one.
        full: What it must be, as exactly as a schema can say it.
        strict: The same in the few words that a response schema may use. It may allow
            less, and what it allows can be read, but for what the documentation lists.
    """

    name: str
    description: str
    full: dict[str, Any]
    strict: dict[str, Any]

    def schema(self, *, strict: bool) -> dict[str, Any]:
        """Return the definition with its description."""
        form = self.strict if strict else self.full
        return {"description": self.description, **copy.deepcopy(form)}


def definition(leaf: Leaf) -> Definition:
    """Return what a leaf is; not for words and records, which have types of their own.

    Example:
        >>> definition(Leaf.CODE).strict
        {'type': 'string', 'pattern': '^[A-Z]{3}$'}
    """
    return _state() if leaf is Leaf.STATE else _DEFINITIONS[leaf]


def _matching(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


def _exactly(pattern: str) -> dict[str, Any]:
    """Return the schema of a text that is as a pattern says from end to end."""
    return {**_matching(f"^{pattern}$"), "not": {"pattern": r"\n"}}


# -- characters ----------------------------------------------------------------------

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
_WIDE_BLANKS = "\\x85\\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BLANKS = rf"\t\n\x20{_WIDE_BLANKS}"
"""What Python takes for white space and a text may hold."""

_TEXT = rf"^[{_BLANKS}]*[^{_CONTROLS}{_BLANKS}][^{_CONTROLS}]*$"
_UNSEEN = rf"\x00-\x20\x7f{_WIDE_BLANKS}"
_URL = rf"https?://[^{_UNSEEN}/][^{_UNSEEN}]*"


# -- dates ---------------------------------------------------------------------------

_YEAR = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_AND_DAY = (
    f"(?:{_MONTH}-(?:0[1-9]|1[0-9]|2[0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)"
)
_KNOWN = f"{_YEAR}(?:-{_MONTH}|-{_MONTH_AND_DAY})?"
_MASKED = f"{_YEAR}-(?:XX|XX-XX|{_MONTH}-XX)|[0-9]{{3}}X|[0-9]{{2}}XX|[0-9]XXX"
_BOUNDED = rf"\[(?:{_KNOWN}\.\.(?:{_KNOWN})?|\.\.{_KNOWN})\]"
_DATE = f"(?:(?:{_KNOWN}|{_MASKED})[?~%]?|XXXX|{_BOUNDED})"

# Every state of such a pattern costs a compiled grammar: the frequent forms must do.
_PLAIN_DATE = (
    "^([12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[?~%]?"
    "|[12][0-9]{2}X|XXXX)$"
)


# -- the kinds -----------------------------------------------------------------------

_DEFINITIONS = {
    Leaf.TEXT: Definition(
        "Text",
        "Text that says something and holds no control characters.",
        _matching(_TEXT),
        _matching(r"^\S.*$"),
    ),
    Leaf.SLUG: Definition(
        "Slug",
        "An id in lower-case letters, digits and hyphens, such as `nam-1961`.",
        _exactly("[a-z0-9]+(?:[-_.][a-z0-9]+)*"),
        _matching("^[a-z0-9]+(-[a-z0-9]+)*$"),
    ),
    Leaf.ORGANIZATION: Definition(
        "OrganizationId",
        "The id of an organization in capital letters, digits and hyphens, such as `NAM`.",
        _exactly("[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*"),
        _matching("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"),
    ),
    Leaf.CODE: Definition(
        "OwnStateCode",
        "The code of a state, known or of your own making: three capital letters.",
        _exactly("[A-Z]{3}"),
        _matching("^[A-Z]{3}$"),
    ),
    Leaf.RULE: Definition(
        "RuleCode",
        "The code of a rule, such as `SMT303`.",
        _exactly("SMT[0-9]{3}"),
        _matching("^SMT[0-9]{3}$"),
    ),
    Leaf.URL: Definition(
        "Url",
        "An address that begins with `https://` or `http://`.",
        _exactly(_URL),
        _matching("^https?://[A-Za-z0-9][!-~]*$"),
    ),
    Leaf.LANGUAGE: Definition(
        "Language",
        "A language tag (BCP 47), such as `fr` or `zh-Hant`.",
        _exactly("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
        _matching("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
    ),
    Leaf.NUMBER: Definition(
        "Number",
        "A whole number from 1 on.",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER},
        {"type": "integer"},
    ),
    Leaf.DATE: Definition(
        "Date",
        "A date as precise as it is known, as EDTF text: `1961-09-01`, `1961-09`, "
        "`1961`, `196X` for the decade; `1961?` uncertain, `1961~` approximate, `1961%` "
        "both; `[2006..2009]`, `[2006..]`, `[..2009-07]` some day within bounds; `XXXX` "
        "unknown.",
        _exactly(_DATE),
        {
            "description": "A date as precise as the text gives it: `1961-09-01`, "
            "`1961-09`, `1961`, `196X` for the decade; `1961?` uncertain, `1961~` "
            "approximate, `1961%` both; `XXXX` unknown.",
            **_matching(_PLAIN_DATE),
        },
    ),
    Leaf.IDENTIFIERS: Definition(
        "Identifiers",
        'Ids elsewhere, by scheme, such as `{"wikidata": "Q83201"}`.',
        {
            "type": "object",
            "propertyNames": _exactly("[a-z][a-z0-9_]*"),
            "additionalProperties": _matching(_TEXT),
        },
        {},
    ),
}


@functools.cache
def _state() -> Definition:
    states = all_states()
    own = "; ".join(f"`{s.code}` {s.name}" for s in states if s.code.startswith("X"))
    codes = {"type": "string", "enum": [state.code for state in states]}
    description = (
        "The key of a state that there is or was: ISO 3166-1 alpha-3, of a former state "
        f"ISO 3166-3 alpha-3, and of those that ISO never had: {own}."
    )
    return Definition("StateCode", description, codes, codes)
