"""A bar that shows how far something long has come."""

from __future__ import annotations

import warnings

from typing import Any

from summitry.errors import MissingExtra


def bar(total: int, *, unit: str, **options: Any) -> Any:
    """Return a bar of tqdm, fit for where it is shown.

    Args:
        total: How much there is.
        unit: What it is counted in.
        options: More for tqdm.

    Raises:
        MissingExtra: tqdm is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of notebooks without widgets
            from tqdm.auto import tqdm  # noqa: PLC0415

            return tqdm(total=total, unit=unit, **options)
    except ImportError:
        what = "a progress bar"
        raise MissingExtra(what, package="tqdm", extra="progress") from None
