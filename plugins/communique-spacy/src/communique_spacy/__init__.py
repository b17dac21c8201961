"""Findings of communique as spans of spaCy documents, and entities of spaCy as names.

Importing this module does not import spaCy.  The component is found by spaCy through its own entry points:
``nlp.add_pipe("communique")``.
"""

from __future__ import annotations

from collections.abc import Mapping

from communique import Extractor, hookimpl
from communique_spacy.kept import reading_of
from communique_spacy.names import SORTS, names_by
from communique_spacy.settings import Settings, extractors_set

__all__ = ["SORTS", "Settings", "names_by", "reading_of"]


@hookimpl
def communique_extractors(settings: Mapping[str, object]) -> tuple[Extractor, ...]:
    """Give the finder of names if a model is set, else nothing.

    ``model`` is the pipeline whose entities are names: an installed package, or a path.

    ``labels`` is a table of labels and what they say a name stands for: a sort of `communique.Name`, such as person,
    organization, group or place.
    """
    return extractors_set(settings)
