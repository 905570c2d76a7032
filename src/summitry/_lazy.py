"""Packages whose names are imported when they are first used (PEP 562)."""

from __future__ import annotations


TYPE_CHECKING = False  # as type checkers know it; `typing` would cost half the import
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazily(
    package: str, homes: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and the ``__dir__`` of a package.

    Args:
        package: The package's ``__name__``.
        homes: The names, separated by spaces, that come from each module of the package;
            a module that stands for itself has its own name among them.
    """
    home = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> object:
        import importlib  # noqa: PLC0415
        import sys  # noqa: PLC0415

        module = home.get(name)
        if module is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[package])
        found = importlib.import_module(f"{package}.{module}")
        value = found if name == module else getattr(found, name)
        setattr(sys.modules[package], name, value)  # found directly ever after
        return value

    def names() -> list[str]:
        import sys  # noqa: PLC0415

        return sorted({*vars(sys.modules[package]), *home})

    return get, names
