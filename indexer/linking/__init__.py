"""Links titles, in any language the model knows, to the concepts of a taxonomy."""

from indexer.linking.concepts import Concept, Link, esco_concepts, own_concepts
from indexer.linking.index import ConceptIndex, passages_to_embed, texts_to_embed
from indexer.linking.similar import SimilarTitles

__all__ = [
    "Concept",
    "ConceptIndex",
    "Link",
    "SimilarTitles",
    "esco_concepts",
    "own_concepts",
    "passages_to_embed",
    "texts_to_embed",
]
