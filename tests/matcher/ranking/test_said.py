"""Looking up once for many candidates whose words hold a key says what looking at each says."""

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.evaluation.collection import bundled_cvs
from matcher.ranking.graders import says
from matcher.ranking.said import SaidBy
from taxonomy.catalog import Catalog

KEYS = ("truck", "kørekort", "kundeservice", "børn", "", "!", "noget ingen har skrevet", "lager")


def test_what_many_say_is_what_each_says(embedder: CachedEmbedder, catalog: Catalog) -> None:
    profiles = [found.profile for found in build_candidates(bundled_cvs()[::30], catalog, embedder)]
    said_by = SaidBy(profiles)
    answers = {(key, one.id): says(key, one) for key in KEYS for one in profiles}
    assert {(key, one.id): said_by(key, one) for key in KEYS for one in profiles} == answers
    assert set(answers.values()) == {True, False}
