"""One module for each format, alike in what they offer.

Each has ``loads(data, *, source)``, which makes a :class:`~summitry.codec.document.Document`
of bytes or raises every problem, and ``dumps(document)``, which gives the bytes.
"""
