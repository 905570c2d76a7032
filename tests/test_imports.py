"""What importing costs: every name resolves when it is first used, and not before."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys

from pathlib import Path

import pytest

import summitry


TABLES = {"pyarrow", "pandas", "polars", "numpy"}
OPTIONAL = {
    *("pycountry", "cattrs", "attrs", "attr", "msgspec", "typing_extensions"),
    *TABLES,
}


def _loaded(program: str) -> set[str]:
    """The modules that a fresh process has loaded after a program."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}\nprint(sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ast.literal_eval(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "program, absent",
    [
        ("import summitry", OPTIONAL),
        ("import summitry; dir(summitry); summitry.__all__", OPTIONAL),
        ("import summitry; summitry.__version__", OPTIONAL),
        ("import summitry; summitry.errors", {"pycountry", "cattrs", "msgspec"}),
        ("import summitry; summitry.PartialDate('1961')", {"pycountry", "cattrs"}),
        ("import summitry; summitry.MemberState", {"pycountry", "cattrs"}),
        ("import summitry; summitry.load()", {"pycountry", "cattrs", *TABLES}),
        ("import summitry; summitry.dumps(summitry.load())", TABLES),
        (
            "import summitry; summitry.load().members('NAM', on='2023-03-02')",
            {"pycountry", "cattrs"},
        ),
        (
            "import summitry; summitry.MemberState(organization='NAM', state='AZE')",
            {"pycountry", "cattrs"},
        ),
        ("import summitry; summitry.state('AZE')", {"pycountry", "cattrs"}),
        ("import summitry; summitry.state('Turkey')", {"cattrs"}),
        ("import summitry; summitry.dumps", {"pycountry", "cattrs"}),
        (
            "import summitry; summitry.load().network('states', organizations=['NAM'])",
            {"networkx", "igraph", *TABLES},
        ),
    ],
)
def test_loads_no_more_than_it_needs(program, absent):
    """What is slow to import is imported by who needs it."""
    assert set() == _loaded(program) & absent


@pytest.mark.parametrize(
    "program, present",
    [
        ("import summitry; summitry.state('Turkey').alpha_2", "pycountry"),
        ("import summitry; summitry.dumps(summitry.Catalog())", "cattrs"),
        ("import summitry; summitry.load()", "summitry.data"),
    ],
)
def test_loads_what_it_needs(program, present):
    """The names of modules above are spelled right: they do load at some time."""
    assert present in _loaded(program)


def test_loads_nothing_of_the_standard_library_that_is_slow():
    """Bare, it needs next to nothing besides what Python has loaded itself."""
    more = _loaded("import summitry") - _loaded("import importlib, typing, enum, re")

    assert {"summitry"} == {name.partition(".")[0] for name in more if name[0] != "_"}


def test_all_is_sorted_and_complete():
    """`__all__` is in order, without repetition, and every name in it is there."""
    assert sorted(summitry.__all__) == summitry.__all__
    assert len(set(summitry.__all__)) == len(summitry.__all__)
    for name in summitry.__all__:
        assert getattr(summitry, name) is not None


def test_type_checkers_see_the_same_names():
    """What is imported for type checkers is what resolves when it runs."""
    tree = ast.parse(Path(summitry.__file__).read_text(encoding="utf-8"))
    guarded = next(
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    seen = {
        alias.name
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert set(summitry.__all__) == seen


def test_every_public_class_and_function_of_a_layer_is_public():
    """What a layer hands on for users is at the top, or is for other layers."""
    from summitry import catalog, codec, data, model, states, values  # noqa: PLC0415

    inside = {
        # bases, and what only other layers need
        "Event",
        "Meeting",
        "SCHEMA_VERSION",
        "Spell",
        "StateNumber",
        "all_states",
        "is_state_code",
        "make_converter",
        "state_code",
    }
    for layer in (catalog, codec, data, model, states, values):
        assert set(layer.__all__) - inside <= set(summitry.__all__)


def test_dir_lists_every_name():
    """Tab completion finds what is not loaded yet."""
    done = subprocess.run(
        [sys.executable, "-c", "import summitry; print(*dir(summitry))"],
        capture_output=True,
        text=True,
        check=True,
    )
    listed = done.stdout.split()

    assert set(summitry.__all__) <= set(listed)
    assert set(summitry.__all__) <= set(dir(summitry))
    assert "__version__" in listed
    assert sorted(listed) == listed


def test_star_import():
    """`from summitry import *` gives what `__all__` says."""
    names: dict = {}
    exec("from summitry import *", names)  # noqa: S102

    assert set(summitry.__all__) == set(names) - {"__builtins__"}


_ALIASES = {"DateLike", "Match", "PeriodLike", "OrganizationId", "StateCode"}


@pytest.mark.parametrize("name", sorted(set(summitry.__all__) - _ALIASES))
def test_every_name_is_documented(name):
    """`help()` says something of its own about every class and function."""
    value = getattr(summitry, name)

    assert value.__doc__
    assert value.__doc__.strip()[0].isupper() or value.__doc__.strip()[0] == "`"
    if inspect.isclass(value):
        bases = [base.__doc__ for base in value.__mro__[1:] if base.__doc__]
        assert value.__doc__ not in bases


@pytest.mark.parametrize(
    "value",
    [
        value
        for value in (getattr(summitry, name) for name in summitry.__all__)
        if inspect.isclass(value)
    ],
)
def test_every_public_method_is_documented(value):
    """Likewise for what a class offers."""
    for attribute, member in vars(value).items():
        if attribute.startswith("_") or not callable(
            getattr(member, "fget", None) or getattr(member, "__func__", member)
        ):
            continue
        assert inspect.getdoc(getattr(value, attribute)), attribute


@pytest.mark.parametrize("name", ["MemberStates", "Perugia", "members", "__wrong__", ""])
def test_an_unknown_name_is_refused(name):
    """A name that is not there is an AttributeError, which `hasattr` understands."""
    with pytest.raises(
        AttributeError, match="module 'summitry' has no attribute"
    ) as error:
        getattr(summitry, name)

    assert repr(name) in str(error.value)
    assert name == error.value.name
    assert not hasattr(summitry, name)


def test_a_typo_in_a_name_is_answered_with_the_name():
    """Python proposes the name that was meant, though it was not loaded yet."""
    done = subprocess.run(
        [sys.executable, "-c", "import summitry; summitry.MemberStat"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == done.returncode
    assert "Did you mean: 'MemberState'" in done.stderr


def test_an_unknown_import_is_refused():
    """`from summitry import x` fails as from any module."""
    with pytest.raises(ImportError, match="cannot import name 'Perugia'"):
        from summitry import Perugia  # noqa: F401, PLC0415


def test_a_name_is_found_directly_once_it_was_used():
    """The second look-up costs nothing."""
    summitry.PartialDate  # noqa: B018

    assert "PartialDate" in vars(summitry)
