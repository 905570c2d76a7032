"""Rules of form: what a document must be to be read at all, and tidy texts."""

from __future__ import annotations

import re

from typing import TYPE_CHECKING

import attrs

from summitry.errors import Severity, shorten
from summitry.values import Record

from .rule import Finding, FoundElsewhere, Rule


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitry.catalog import Sourced
    from summitry.model import Organization, Source
    from summitry.states import State

    from .facts import Facts


# -- what the reader of documents finds ----------------------------------------------


class Syntax(FoundElsewhere):
    """A document is not JSON, is cut off, or is nested beyond reason.

    Why:
        Nothing of it can be read. Most often a bracket or a comma is missing, the file
        was written only in part, or it is in another format.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('{"summitry": 1, "summits": [')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT101 $: not JSON: Expecting value at line 1, column 29

    What to do:
        Mend the text at the place that is named, or say which format it is in.
    """

    code = "SMT101"
    name = "syntax"


class WrongShape(FoundElsewhere):
    """A value is of another type than its field takes.

    Why:
        A guess at what was meant could be wrong without anybody noticing. Often a year
        was written as a number, or one entry without the list around it.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "organizations": [
        ...         {"id": "NC", "name": "Nordic Council", "since": 1952}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT102 organizations[0].since: 1952 is a number; a year is written as text: "1952"

    What to do:
        Write the value as the message says; the schema states the type of every field.
    """

    code = "SMT102"
    name = "wrong-shape"


class UnknownField(FoundElsewhere):
    """A record has a field that its type does not have.

    Why:
        What stands there would be lost. Most often the field is misspelled, or belongs
        to another type.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "member_states": [
        ...         {"organization": "NC", "state": "ISL", "sinse": "1952"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT103 member_states[0].sinse: a MemberState has no such field; did you mean since?

    What to do:
        Correct the name of the field; what no field takes can stand in the note.
    """

    code = "SMT103"
    name = "unknown-field"


class MissingField(FoundElsewhere):
    """A field that must be there is not.

    Why:
        Without it, the record does not say what it is about.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "member_states": [
        ...         {"organization": "NC", "since": "1952"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT104 member_states[0].state: missing; a MemberState needs state

    What to do:
        Add the field.
    """

    code = "SMT104"
    name = "missing-field"


class WrongValue(FoundElsewhere):
    """A value is of the right type, and the field cannot take it.

    Why:
        Vocabularies are closed, and ids have a form, so that everybody means the same
        by them. Most often the word is misspelled, or is the body's own word, which
        belongs in ``status_label``.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "member_states": [
        ...         {"organization": "NC", "state": "ISL", "status": "obsever"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT105 member_states[0].status: 'obsever' is not a Status; did you mean observer?

    What to do:
        Write one of the values that the message names, or in the form that it shows.
    """

    code = "SMT105"
    name = "wrong-value"


class UnknownState(FoundElsewhere):
    """A code is given that no state has.

    Why:
        A record about nobody answers no question. Most often it is a two-letter code, a
        name, or a code of another list.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "member_states": [
        ...         {"organization": "NC", "state": "IS"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT106 member_states[0].state: 'IS' is not the key of a state; did you mean ISL (Iceland)?

    What to do:
        Write the three-letter code; ``summitry.state("Iceland").code`` finds it.
    """

    code = "SMT106"
    name = "unknown-state-code"


class ImpossibleDate(FoundElsewhere):
    """A date does not exist, or a period ends before it begins.

    Why:
        No day can be meant by it. Most often digits, or the two dates, have changed
        places.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "organizations": [
        ...         {"id": "NC", "name": "Nordic Council", "since": "1952-02-30"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT107 organizations[0].since: '1952-02-30' is not a date: February 1952 has 29 days

    What to do:
        Look the date up again. One that is known only to the month or the year is
        written so: ``1952-02``, ``1952``.
    """

    code = "SMT107"
    name = "impossible-date"


class DuplicateRecord(FoundElsewhere):
    """Two records of a document have the same identity.

    Why:
        It is open which of them holds. Most often one was copied and not changed, or
        two lists were joined that both had it.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "organizations": [
        ...         {"id": "NC", "name": "Nordic Council"}, {"id": "NC", "name": "Norden"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT108 organizations[1]: the same Organization as organizations[0]

    What to do:
        Keep one of them, or correct what should tell them apart.
    """

    code = "SMT108"
    name = "duplicate-record"


class SchemaVersion(FoundElsewhere):
    """A document is in a version of the shape that this release does not read.

    Why:
        Fields may mean something else in it. Most often it was written by a newer
        release.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('{"summitry": 9}')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT109 summitry: this document has shape 9, and this release reads 1; a newer summitry is needed

    What to do:
        Install the release that the message asks for.
    """

    code = "SMT109"
    name = "schema-version"


class DuplicateKey(FoundElsewhere):
    """A key stands twice in one object.

    Why:
        Readers keep one of the two values and lose the other, and not all of them the
        same one.

    Example:
        >>> import summitry
        >>> try:
        ...     summitry.loads('''{"summitry": 1, "organizations": [
        ...         {"id": "NC", "name": "Nordic Council", "name": "Norden"}]}''')
        ... except summitry.errors.DocumentError as error:
        ...     print(error.problems[0])
        SMT110 organizations[0].name: the key 'name' stands twice in one object

    What to do:
        Keep one of the two, or put the other where it belongs, such as in ``names``.
    """

    code = "SMT110"
    name = "duplicate-key"


# -- what reads well enough, and is not tidy -----------------------------------------


class UntidyText(Rule):
    """A text begins or ends with white space, has two spaces in a row, or a line break.

    Why:
        It looks right and is not found: ``"Baku "`` is not ``"Baku"``. It comes from
        copying out of a page or a table. Notes may have line breaks.

    Example:
        >>> from summitry import Catalog, Organization
        >>> body = Organization(id="NC", name="Nordic  Council", since="1952")
        >>> print(Catalog([body]).check(select=["SMT121"])[0])
        SMT121 organizations[0].name: 'Nordic  Council' has two spaces in a row

    What to do:
        Take the white space out.
    """

    code = "SMT121"
    name = "untidy-text"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        if _tidy(_lines(facts)) and _tidy(_notes(facts), lines=False):
            return  # as nearly always: which text it is matters only otherwise
        for record in facts.catalog:
            for field, text in _texts(record):
                fault = _fault(text, note=field == "note")
                if fault:
                    yield Finding(record, field, f"{shorten(text)} {fault}", text)


class ForeignId(Rule):
    """An id in Wikidata is not of the form that such ids have.

    Why:
        It leads nowhere. Most often the whole address was copied, or the letter was
        left out: items are ``Q`` and a number.

    Example:
        >>> from summitry import Catalog, Organization
        >>> body = Organization(id="NC", name="Nordic Council", ids={"wikidata": "146165"})
        >>> print(Catalog([body]).check(select=["SMT122"])[0])
        SMT122 organizations[0].ids: '146165' is no Wikidata item; expected Q and a number, such as Q83201

    What to do:
        Write the item's id alone.
    """

    code = "SMT122"
    name = "foreign-id"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        found: list[tuple[Record, str, str | None]] = [
            (each, "ids", each.ids.get("wikidata"))
            for each in facts.organizations.values()
        ]
        found += [(state, "wikidata", state.wikidata) for state in facts.own_states]
        found += [
            (each.record, each.at("person_id"), each.person.person_id)
            for each in facts.people
            if each.person.person_id is not None
            and _MEANS_WIKIDATA.fullmatch(each.person.person_id)
        ]
        for record, field, value in found:
            if value is not None and not _WIKIDATA.fullmatch(value):
                message = (
                    f"{shorten(value)} is no Wikidata item; expected Q and a number, "
                    "such as Q83201"
                )
                yield Finding(record, field, message, value)


class SaidTwice(Rule):
    """A list holds the same entry twice.

    Why:
        It counts twice where entries are counted. Often another entry was meant: the
        second of two sources, say, was pasted over with the first.

    Example:
        >>> from summitry import Catalog, Organization
        >>> body = Organization(id="NC", name="Nordic Council", acronyms=["NC", "NR", "NC"])
        >>> print(Catalog([body]).check(select=["SMT123"])[0])
        SMT123 organizations[0].acronyms[2]: 'NC' is there twice

    What to do:
        Take one of the two out, or put right what it should have been.
    """

    code = "SMT123"
    name = "said-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for record in facts.sourced:
            sources = record.sources
            if len(sources) > 1 and len(set(sources)) < len(sources):
                yield from _twice(record, "sources", sources)
        for named in _named(facts):
            texts = [name.text for name in named.names]
            if len(set(texts)) < len(texts):  # to compare the names costs more
                yield from _twice(named, "names", named.names)
        for records, fields in _lists(facts):
            for each in records:
                for field in fields:
                    yield from _twice(each, field, getattr(each, field))
        for expecting in _records(facts):
            if len(expecting.expected) > 1:
                codes = tuple(each.rule for each in expecting.expected)
                yield from _twice(expecting, "expected", codes)


class UnknownLanguage(Rule):
    """A name is in a language that the standard does not know.

    Why:
        Whoever asks for the name in that language does not get it. Most often the code
        of a country was taken for that of its language: Ukrainian is ``uk``, not ``ua``.

    Example:
        >>> from summitry import Catalog, Name, Organization
        >>> body = Organization(id="NC", name="Nordic Council",
        ...                     names=[Name(text="Nordisk Råd", language="dk")])
        >>> print(Catalog([body]).check(select=["SMT124"])[0])
        SMT124 organizations[0].names[0].language: no language has the code 'dk'; did you mean da?

    What to do:
        Write the code of ISO 639-1, or that of ISO 639-3 where there is none of two
        letters.
    """

    code = "SMT124"
    name = "unknown-language"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for named in _named(facts):
            for place, name in enumerate(named.names):
                if name.language is None or name.language in _LANGUAGES:
                    continue
                code = name.language.partition("-")[0]
                if len(code) == len("aa") and code not in _LANGUAGES:
                    near = _COUNTRIES.get(code)
                    hint = f"; did you mean {near}?" if near else ""
                    message = f"no language has the code {code!r}{hint}"
                    field = f"names[{place}].language"
                    yield Finding(named, field, message, name.language)


# -- texts ---------------------------------------------------------------------------

_WORDED = {
    *("name", "text", "title", "publisher", "post", "status_label", "city"),
    *("kind", "topics", "acronyms", "note"),
}
"""The fields that hold words for people to read."""

_TWO_SPACES = re.compile(r"\S  ")
"""Two spaces that are no indentation."""


def _lines(facts: Facts) -> list[str]:
    """Return every text of one line: all that are worded, but for the notes."""
    bodies, summits = facts.organizations.values(), facts.summits
    meetings = (*summits, *facts.meetings)
    named = _named(facts)
    sources = facts.sources.values()
    people = [person for _, _, person in facts.people]
    places = [each.seat for each in bodies] + [each.place for each in meetings]
    outcomes = [each for meeting in meetings for each in meeting.outcomes]
    return [
        *[each.title for each in sources],
        *[each.publisher for each in sources if each.publisher is not None],
        *[each.name for each in named],
        *[name.text for each in named for name in each.names],
        *[acronym for each in bodies for acronym in each.acronyms],
        *[each.city for each in places if each is not None and each.city is not None],
        *[each.name for each in summits],
        *[topic for each in meetings for topic in each.topics],
        *[each.title for each in outcomes],
        *[each.kind for each in outcomes if each.kind is not None],
        *[each.name for each in people],
        *[each.post for each in people if each.post is not None],
        *[m.status_label for m in facts.memberships if m.status_label is not None],
    ]


def _notes(facts: Facts) -> list[str]:
    """Return every note."""
    return [record.note for record in _records(facts) if record.note is not None]


def _records(facts: Facts) -> list[Sourced | Source]:
    return [*facts.sourced, *facts.sources.values()]


def _named(facts: Facts) -> list[Organization | State]:
    return [*facts.organizations.values(), *facts.own_states]


def _tidy(texts: list[str], *, lines: bool = True) -> bool:
    """Whether nothing can be wrong with texts, looked at as a whole."""
    if list(map(str.strip, texts)) != texts:
        return False
    whole = "|".join(texts)
    return "  " not in whole and not (lines and ("\n" in whole or "\t" in whole))


def _fault(text: str, *, note: bool) -> str:
    """Say what is untidy about a text, if anything is."""
    if text != text.lstrip():
        return "begins with white space"
    if text != text.rstrip():
        return "ends with white space"
    if not note and ("\n" in text or "\t" in text):
        return "has a line break or a tab in it"
    if _TWO_SPACES.search(text):
        return "has two spaces in a row"
    return ""


def _texts(record: Record, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the field and the text of all that is worded in a record."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, Record):
            yield from _texts(value, f"{path}{field.name}.")
        elif isinstance(value, tuple):
            for place, each in enumerate(value):
                here = f"{path}{field.name}[{place}]"
                if isinstance(each, Record):
                    yield from _texts(each, f"{here}.")
                elif field.name in _WORDED:
                    yield here, each
        elif value is not None and field.name in _WORDED:
            yield f"{path}{field.name}", value


# -- ids and lists -------------------------------------------------------------------

_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)

_MEANS_WIKIDATA = re.compile(r"Q[^A-Z]*|.*wikidata.*", re.ASCII | re.IGNORECASE)
"""What somebody writes who means an item of Wikidata."""


def _lists(facts: Facts) -> tuple[tuple[Iterable[Record], tuple[str, ...]], ...]:
    """Return lists in which nothing is twice, beside names, sources, expectations."""
    return (
        (facts.organizations.values(), ("acronyms", "preceded_by")),
        (facts.summits, ("organizations", "topics", "outcomes")),
        (facts.meetings, ("topics", "outcomes")),
        (facts.own_states, ("former_codes", "succeeds", "succeeded_by")),
    )


def _twice(record: Record, field: str, entries: tuple[object, ...]) -> Iterator[Finding]:
    """Yield the entries of a list that were there before."""
    if len(entries) < len(("one", "other")) or len(set(entries)) == len(entries):
        return
    seen: set[object] = set()
    for place, entry in enumerate(entries):
        if entry in seen:
            message = f"{shorten(entry)} is there twice"
            yield Finding(record, f"{field}[{place}]", message, entry)
        seen.add(entry)


_TWO_LETTERS = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho
    hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku
    kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve
    vi vo wa wo xh yi yo za zh zu
"""
"""The codes of ISO 639-1, and of the withdrawn ones those still needed: ``mo``, ``sh``."""

_LANGUAGES = frozenset(_TWO_LETTERS.split())

_COUNTRIES = {
    "al": "sq", "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el",
    "il": "he", "in": "id", "ir": "fa", "iw": "he", "ji": "yi", "jp": "ja", "kp": "ko",
    "kz": "kk", "rs": "sr", "tj": "tg", "tm": "tk", "ua": "uk", "us": "en", "vn": "vi",
}  # fmt: skip
"""The languages for which codes of countries, and withdrawn codes, are mistaken."""


RULES: tuple[type[Rule], ...] = (
    Syntax,
    WrongShape,
    UnknownField,
    MissingField,
    WrongValue,
    UnknownState,
    ImpossibleDate,
    DuplicateRecord,
    SchemaVersion,
    DuplicateKey,
    UntidyText,
    ForeignId,
    SaidTwice,
    UnknownLanguage,
)
