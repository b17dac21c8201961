"""What every exporter promises, each promise as a function that exports readings and lists what is wrong.

Run over all installed exporters by :mod:`communique.testing.conformance`; here for an exporter and readings of your
own:

>>> from communique import read
>>> from communique.exporters import JSONL
>>> check_written(JSONL, [read("Talks resumed.")])
[]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from communique.exporter import Exporter
from communique.kinds import KINDS, Kind
from communique.reading import Reading
from communique.record import to_record
from communique.testing.problem import Problem, problems
from communique.testing.promises import watched

ExportCheck = Callable[[Exporter, Sequence[Reading]], list[Problem]]
"""Exports readings and lists what is wrong."""


def choices_of(exporter: Exporter) -> list[tuple[Kind, ...]]:
    """The choices of kinds that an exporter must be able to write: each by itself, and where it may, all.

    >>> from communique.exporters import CSV, JSONL
    >>> choices_of(JSONL)[0], () in choices_of(CSV)
    ((), False)
    """
    kinds = exporter.kinds or tuple(kind for kind in KINDS if not kind.layout)
    return [*([] if exporter.one_kind and len(exporter.kinds) != 1 else [()]), *((kind,) for kind in kinds)]


def _exports(exporter: Exporter, readings: Sequence[Reading]) -> Iterator[tuple[str, list[str | bytes] | Exception]]:
    """What it gives for each choice of kinds, with that choice in words."""
    for kinds in choices_of(exporter):
        chosen = f"{exporter.name!r} of {', '.join(kind.tag for kind in kinds) or 'all kinds'}"
        try:
            yield chosen, list(exporter.export(readings, kinds))
        except Exception as error:  # noqa: BLE001 - whatever an exporter raises is a finding here
            yield chosen, error


def check_writes(exporter: Exporter, readings: Sequence[Reading]) -> list[Problem]:
    """No reading makes it raise: not an empty one, nor one of an input that could not be read, nor none at all.

    >>> from communique import read
    >>> from communique.exporters import JSONL
    >>> check_writes(JSONL, [read("Talks resumed.")])
    []
    """
    said = [
        f"{chosen} raised {type(given).__name__}: {given}{'' if some else ' (there were no readings)'}"
        for some in (readings, ())
        for chosen, given in _exports(exporter, some)
        if isinstance(given, Exception)
    ]
    return problems("total", said)


def check_written(exporter: Exporter, readings: Sequence[Reading]) -> list[Problem]:
    """It gives bytes, or text that UTF-8 can hold, in lines that end with a line feed.

    >>> from communique import read
    >>> hasty = Exporter("hasty", lambda readings, kinds: ["no line feed"])
    >>> print(check_written(hasty, [read("Talks resumed.")])[0])
    not plain: 'hasty' of all kinds gave a last line 'no line feed' without a line feed
    """
    said: list[str] = []
    for chosen, given in _exports(exporter, readings):
        if isinstance(given, Exception):
            continue
        types = {type(piece) for piece in given}
        if len(types) > 1 or not types <= {str, bytes}:
            said.append(f"{chosen} gave {' and '.join(sorted(one.__name__ for one in types))}; give str, or bytes")
        elif types == {str}:
            said += [f"{chosen} gave {what}" for what in _wrong_in("".join(map(str, given)))]
    return problems("plain", said)


def _wrong_in(text: str) -> Iterator[str]:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield f"{text[error.start : error.end]!r}, which UTF-8 cannot hold"
    if text and not text.endswith("\n"):
        yield f"a last line {text[-40:]!r} without a line feed"
    if text.endswith("\r\n"):
        yield "lines that end with a carriage return and a line feed; end them with a line feed"


def check_same(exporter: Exporter, readings: Sequence[Reading]) -> list[Problem]:
    r"""The same readings give the same output, whenever they are written.

    >>> from itertools import count
    >>> numbers = count()
    >>> restless = Exporter("restless", lambda readings, kinds: [f"{next(numbers)}\n"])
    >>> print(check_same(restless, [])[0])
    not deterministic: 'restless' of all kinds gave something else when it wrote the same again
    """
    said = [
        f"{chosen} gave something else when it wrote the same again"
        for (chosen, first), (_, again) in zip(_exports(exporter, readings), _exports(exporter, readings), strict=True)
        if not isinstance(first, Exception) and first != again
    ]
    return problems("deterministic", said)


def check_unchanged(exporter: Exporter, readings: Sequence[Reading]) -> list[Problem]:
    """Writing changes no reading.

    >>> from communique import read
    >>> from communique.exporters import JSONL
    >>> check_unchanged(JSONL, [read("Talks resumed.")])
    []
    """
    before = [to_record(reading) for reading in readings]
    said = [
        f"{chosen} changed the reading of article {reading.article.id!r}"
        for chosen, _ in _exports(exporter, readings)
        for reading, record in zip(readings, before, strict=True)
        if to_record(reading) != record
    ]
    return problems("harmless", said)


_COPIES = 8


def check_streams(exporter: Exporter, readings: Sequence[Reading]) -> list[Problem]:
    r"""What it writes of a reading is given before many more are asked for, unless it says that it holds them.

    >>> from communique import read
    >>> holding = Exporter("holding", lambda readings, kinds: [f"{len(list(readings))}\n" * 9])
    >>> check_streams(holding, [read("Talks resumed.")])
    []
    """
    if not exporter.streams:
        return []
    said: list[str] = []
    many = list(readings) * _COPIES
    for kinds in choices_of(exporter):
        try:
            written = {count: _size(exporter, many[: len(readings) * count], kinds) for count in (0, 1, _COPIES)}
            early = _given_before_the_last(exporter, many, kinds)
        except Exception:  # noqa: BLE001, S112 - `check_writes` says that
            continue
        if written[1] > written[0] and early < written[_COPIES] // 2:
            said.append(
                f"{exporter.name!r} gave {early} of {written[_COPIES]} characters before it asked for the last of "
                f"{len(many)} readings; give pieces while readings come, or declare streams=False"
            )
    return problems("streaming", said)


def _size(exporter: Exporter, readings: Sequence[Reading], kinds: Sequence[Kind]) -> int:
    return sum(map(len, exporter.export(readings, kinds)))


def _given_before_the_last(exporter: Exporter, readings: Sequence[Reading], kinds: Sequence[Kind]) -> int:
    size = early = 0

    def coming() -> Iterator[Reading]:
        nonlocal early
        for number, reading in enumerate(readings, 1):
            if number == len(readings):
                early = size
            yield reading

    for piece in exporter.export(coming(), kinds):
        size += len(piece)
    return early


def check_alone(exporter: Exporter, readings: Sequence[Reading]) -> list[Problem]:
    """Writing opens no socket and starts no process.

    >>> from communique import read
    >>> from communique.exporters import JSONL
    >>> check_alone(JSONL, [read("Talks resumed.")])
    []
    """
    with watched() as seen:
        for _ in _exports(exporter, readings):
            pass
    return problems("offline", [f"{exporter.name!r} raised the audit event {event!r}" for event in seen])


EXPORT_CHECKS: Mapping[str, ExportCheck] = {
    "total": check_writes,
    "plain": check_written,
    "deterministic": check_same,
    "harmless": check_unchanged,
    "streaming": check_streams,
    "offline": check_alone,
}
"""The promises of exporters, by name."""
