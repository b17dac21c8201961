"""Exporters that break a promise, for the tests of what checks them."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator

from communique import Failure, Reading


def commenting(readings: Iterable[Reading], _: object) -> Iterator[str]:
    """Note something in each reading."""
    for reading in readings:
        reading.fail(Failure("odd", "Remark", "seen"))
        yield "\n"


def gathering(readings: Iterable[Reading], _: object) -> Iterator[str]:
    """Read all before writing the first."""
    yield from [f"{reading.article.text!r}\n" for reading in list(readings)]


def calling(_: Iterable[Reading], __: object) -> Iterator[str]:
    """Open a socket."""
    with socket.socket() as line:
        yield f"{line.family}\n"
