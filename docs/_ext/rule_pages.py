"""The pages of the rules, made of their docstrings when the documentation is built."""

# ruff: noqa: INP001 - a module of the documentation, and no part of a package

from __future__ import annotations

import re

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import generated

from summitry.rules.registry import RULES
from summitry.rules.rule import FoundElsewhere


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.rules.rule import Rule


FOLDER = Path(__file__).parent.parent / "reference" / "rules"
"""Where the pages are written; they are not kept under version control."""


class Family(NamedTuple):
    """Rules of one kind, whose codes begin alike.

    Attributes:
        name: What they are called.
        module: The part of ``summitry.rules`` that has them.
        about: What they are about.
    """

    name: str
    module: str
    about: str


FAMILIES = {
    "SMT1": Family(
        "form",
        "form",
        "What a document must be to be read at all: the reader finds it, before there are "
        "any records. Those from `SMT121` on, about what can be read and is untidy, are "
        "found by a check.",
    ),
    "SMT2": Family("reference", "reference", "What a record names must be there."),
    "SMT3": Family(
        "history",
        "history",
        "Memberships, chairs, organizations and states in time: what is said of one day "
        "must fit what is said of it elsewhere.",
    ),
    "SMT4": Family(
        "events",
        "events",
        "Summits and bilateral meetings: when and where they were, and who was there.",
    ),
    "SMT5": Family(
        "provenance",
        "provenance",
        "Where each fact was read, and whether it can have been.",
    ),
}
"""Every family, by the beginning of its codes."""

SECTIONS = ("Why", "Example", "What to do")
"""The sections of a page that are those of the docstring."""


def pages() -> dict[str, str]:
    """Return the text of every page, by its name in the folder."""
    return {
        "index.md": _index(),
        **{f"{rule.code}.md": _page(rule) for rule in RULES},
    }


def write(folder: Path = FOLDER) -> None:
    """Write every page, and take away those of rules that are no more."""
    generated.write(pages(), folder)


def _index() -> str:
    parts = [
        "# Rules",
        _INTRODUCTION,
        *(_family(prefix, family) for prefix, family in FAMILIES.items()),
        generated.toctree(rule.code for rule in RULES),
    ]
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = (
    "What {py:meth}`summitry.Catalog.check` and {py:func}`summitry.read` object to. The code "
    "of a rule stays for ever. Where rules are chosen, the beginning of a code stands for "
    'all that begin so: `check(select=["SMT3"])`. How to check is told in '
    "{doc}`/how-to/check-records`, and how it is meant in {doc}`/explanation/checks`."
)


def _family(prefix: str, family: Family) -> str:
    rows = [
        (
            f"[{rule.code}]({rule.code}.md)",
            rule.name,
            str(rule.severity),
            markdown(rule.summary()),
        )
        for rule in RULES
        if rule.code.startswith(prefix)
    ]
    parts = [f"## {prefix}: {family.name}", family.about]
    if rows:
        header = ("code", "name", "severity", "what it finds")
        parts.append(generated.list_table([header, *rows], (11, 28, 11, 50)))
    return "\n\n".join(parts)


def _page(rule: Rule) -> str:
    prefix = rule.code[:4]
    family = FAMILIES[prefix]
    link = f"[{prefix}, {family.name}](index.md#{prefix.lower()}-{family.name})"
    parts = [
        f"# {rule.code}: {rule.name}",
        markdown(rule.summary()),
        f"**Severity** {rule.severity} · **Since** {rule.since} · **Family** {link}",
        *(
            f"## {title}\n\n{markdown(rule.section(title))}"
            for title in SECTIONS
            if rule.section(title)
        ),
        f"## Select or ignore it\n\n{_choice(rule)}",
    ]
    return "\n\n".join(parts) + "\n"


def _choice(rule: Rule) -> str:
    if not isinstance(rule, FoundElsewhere):
        return _CHOICE.format(code=rule.code)
    if rule.code.startswith("SMT1"):
        return _READER
    return f"{_RUN.format(code=rule.code)}\n\nNo record can expect it."


_RUN = (
    '`check(select=["{code}"])` runs this rule alone, and `check(ignore=["{code}"])` all '
    "others; on the command line these are `--select {code}` and `--ignore {code}`."
)

_CHOICE = (
    _RUN
    + """

If one record is right all the same, let it say so, with the reason; the rule is then silent
about this record and no other.

```json
"expected": [{{"rule": "{code}", "reason": "…"}}]
```

See {{doc}}`/how-to/check-records`."""
)

_READER = (
    "The reader finds it, and a document of which it is true is not read: it can be neither "
    "ignored nor expected. {py:func}`summitry.read` raises "
    "{py:exc}`~summitry.errors.DocumentError`, with this and everything else that is wrong "
    "with the document."
)


def markdown(text: str) -> str:
    """Return the text of a docstring as the documentation writes it.

    Examples become blocks of code, and roles those of MyST; the rest is the same in both.
    """
    return "\n\n".join(_blocks(text))


def _blocks(text: str) -> Iterator[str]:
    code: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        # An example ends with its paragraph, and may follow prose without a blank line.
        prose, *example = re.split(
            r"^(?=>>> )", paragraph, maxsplit=1, flags=re.MULTILINE
        )
        if prose and code:
            yield _fenced(code)
            code = []
        if prose:
            yield _ROLE.sub(_role, prose.rstrip())
        code += example
    if code:
        yield _fenced(code)


def _fenced(code: list[str]) -> str:
    return "```python\n" + "\n\n".join(code) + "\n```"


_ROLE = re.compile(r"(?<!`):((?:py:)?)(\w+):(?=`)")


def _role(found: re.Match[str]) -> str:
    name = found[2]
    return f"{{{name}}}" if name in {"doc", "ref"} else f"{{py:{name}}}"
