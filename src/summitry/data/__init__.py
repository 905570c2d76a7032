"""The bundled reference catalogue."""

from .loader import load


__all__ = ["load"]
