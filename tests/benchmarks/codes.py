"""Converting 100,000 codes, beside country_converter, pycountry and a plain dictionary."""

from __future__ import annotations

import logging
import random
import warnings

from typing import TYPE_CHECKING, Any

import pycountry

from timing import in_turn, table

import summitry


if TYPE_CHECKING:
    from collections.abc import Callable


ROWS = 100_000
SUMMITRY = "summitry"


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)  # country_converter logs each name it misses
    print(f"\n{ROWS:,} rows, in ms, and ÷ summitry")
    chosen = random.Random(1961)
    current = sorted(country.alpha_3 for country in pycountry.countries)
    codes = chosen.choices(current, k=ROWS)
    names = [summitry.state(code).name for code in codes]
    _compare("ISO alpha-3 to alpha-2", _by_code(codes))
    _compare("names to ISO alpha-3", _by_name(names, codes))
    _panel(chosen)
    _one()


def _by_code(codes: list[str]) -> dict[str, Callable[[], Any]]:
    def ours() -> list[Any]:
        return list(summitry.convert(codes, source="iso3", to="iso2"))

    def with_pycountry() -> list[Any]:
        return [pycountry.countries.get(alpha_3=code).alpha_2 for code in codes]

    found = {SUMMITRY: ours, "pycountry, row by row": with_pycountry}
    coco = _country_converter()
    if coco is not None:
        import pandas as pd

        series = pd.Series(codes)
        found["country_converter, pandas_convert"] = lambda: list(
            coco.pandas_convert(series, src="ISO3", to="ISO2")
        )
    same = dict(zip(codes, ours(), strict=True))
    found["a dictionary made before"] = lambda: [same[code] for code in codes]
    return found


def _by_name(names: list[str], codes: list[str]) -> dict[str, Callable[[], Any]]:
    found: dict[str, Callable[[], Any]] = {
        SUMMITRY: lambda: list(summitry.convert(names, to="iso3"))
    }
    coco = _country_converter()
    if coco is not None:
        import pandas as pd

        # Those of which it makes no list: of some names it knows only another spelling.
        known = dict(zip(names, codes, strict=True))
        theirs = coco.convert(list(known), to="ISO3")
        agreed = {
            name
            for name, code in zip(known, theirs, strict=True)
            if code == known[name] == summitry.convert(name, to="iso3").one()
        }
        print(
            f"  (names that country_converter reads alike: {len(agreed)} of {len(known)})"
        )
        some = [name if name in agreed else "Chile" for name in names]
        series = pd.Series(some)
        found = {
            SUMMITRY: lambda: list(summitry.convert(some, to="iso3")),
            "country_converter, pandas_convert": lambda: list(
                coco.pandas_convert(series, to="ISO3")
            ),
        }
    return found


def _panel(chosen: random.Random) -> None:
    """Numbers and years, which nobody else converts."""
    numbers = chosen.choices([2, 20, 200, 220, 255, 260, 345, 365, 679, 816], k=ROWS)
    years = chosen.choices(range(1946, 2024), k=ROWS)
    asked: Any = {"source": "cow", "to": "code"}
    found: dict[str, Callable[[], Any]] = {
        "numbers and years": lambda: summitry.convert(numbers, on=years, **asked),
        "numbers in one year": lambda: summitry.convert(numbers, on=2000, **asked),
    }
    taken = in_turn(found, rounds=3)
    first = taken["numbers and years"]
    table(
        "COW numbers to codes",
        ("", "ms", "÷ first"),
        [(name, seconds * 1e3, seconds / first) for name, seconds in taken.items()],
    )


def _one() -> None:
    found: dict[str, Callable[[], Any]] = {
        SUMMITRY: lambda: summitry.convert("DEU", source="iso3", to="iso2").one(),
        "pycountry": lambda: pycountry.countries.get(alpha_3="DEU").alpha_2,
    }
    coco = _country_converter()
    if coco is not None:
        found["country_converter"] = lambda: coco.convert("DEU", src="ISO3", to="ISO2")
    _compare("A single code (µs)", found, unit=1e6)


def _compare(title: str, found: dict[str, Callable[[], Any]], unit: float = 1e3) -> None:
    answers = [call() for call in found.values()]
    assert all(answer == answers[0] for answer in answers), title
    taken = in_turn(found, rounds=3)
    table(
        title,
        ("", "µs" if unit == 1e6 else "ms", "÷ summitry"),
        [
            (name, seconds * unit, seconds / taken[SUMMITRY])
            for name, seconds in taken.items()
        ],
    )


def _country_converter() -> Any:
    """Return the converter, if it is installed and works with this pandas."""
    try:
        import country_converter

        return country_converter.CountryConverter()
    except (ImportError, TypeError):
        return None


if __name__ == "__main__":
    main()
