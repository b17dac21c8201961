"""Looking into findings: every value that stands in one."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields, has

from communique.kinds import Annotation


def fields_of(value: object) -> dict[str, object]:
    """Give the fields of a value of attrs by name; of any other value there are none."""
    kind = type(value)
    return {attribute.name: getattr(value, attribute.name) for attribute in fields(kind)} if has(kind) else {}


def walk(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Give a value and everything in it, each with its path; other findings it refers to are given, not entered."""
    yield path, value
    if isinstance(value, Annotation) and path:
        return
    if isinstance(value, tuple | list | set | frozenset):
        for number, part in enumerate(value):
            yield from walk(part, f"{path}[{number}]")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, f"{path}[{key!r}]")
    else:
        for name, part in fields_of(value).items():
            yield from walk(part, f"{path}.{name}" if path else name)
