"""The settings of the plugin: without a model it gives nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from attrs import fields, frozen

from communique import Extractor
from communique.contents import near
from communique.kinds import NameSort
from communique_spacy.names import SORTS, names_by

if TYPE_CHECKING:
    from spacy.language import Language


@frozen
class Settings:
    """What can be set in ``[plugins.spacy]``."""

    model: str | None = None
    """The pipeline whose entities are names: an installed package, or a path that ``nlp.to_disk`` wrote."""
    labels: Mapping[str, NameSort] = SORTS
    """What its labels say a name stands for, in addition to those that are known."""

    @classmethod
    def of(cls, table: Mapping[str, object]) -> Settings:
        """Check a table of settings.

        >>> Settings.of({"modle": "en_core_web_sm"})
        Traceback (most recent call last):
            ...
        ValueError: there is no setting 'modle'; did you mean 'model'?

        Raises:
            ValueError: if it has an unknown key, or a value that cannot be.
        """
        known = [field.name for field in fields(cls)]
        for key in table:
            if key not in known:
                close = near(key, known)
                raise ValueError(
                    f"there is no setting {key!r}; did you mean {close!r}?"
                    if close
                    else f"there is no setting {key!r}; there are {', '.join(known)}"
                )
        model, labels = table.get("model"), table.get("labels", {})
        if model is not None and not (isinstance(model, str) and model):
            raise ValueError(f"model is {model!r}, and not the name or the path of a spaCy pipeline")
        if not isinstance(labels, Mapping) or any(sort not in get_args(NameSort) for sort in labels.values()):
            raise ValueError(f"labels is {labels!r}, and not a table with values of {', '.join(get_args(NameSort))}")
        return cls(model, {**SORTS, **labels})


def extractors_set(table: Mapping[str, object]) -> tuple[Extractor, ...]:
    """The finder of names by the model that is set, or nothing.

    Raises:
        ValueError: if something is set that cannot be.
        OSError: if there is no such model.
    """
    settings = Settings.of(table)
    return () if settings.model is None else (names_by(loaded(settings.model), settings.labels),)


@lru_cache(maxsize=1)
def loaded(model: str) -> Language:
    """Load a pipeline, without the component that would read the article again to find its names."""
    import spacy

    return spacy.load(model, exclude=["communique"])
