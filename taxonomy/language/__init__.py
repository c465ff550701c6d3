"""Danish text as words: normalising, tokens, stems, compounds, abbreviations, spelling, language detection."""

from taxonomy.language.abbreviations import ABBREVIATIONS, expand_abbreviation
from taxonomy.language.analysis import analyse
from taxonomy.language.compounds import Lexicon, base_lexicon
from taxonomy.language.detecting import text_language
from taxonomy.language.ellipsis import expand_ellipsis
from taxonomy.language.normalising import fold, normalise
from taxonomy.language.spelling import SpellingIndex, is_likely_slip, is_one_slip
from taxonomy.language.stemming import STOP_WORDS, stem
from taxonomy.language.tokens import Token, tokens, words

__all__ = [
    "ABBREVIATIONS",
    "STOP_WORDS",
    "Lexicon",
    "SpellingIndex",
    "Token",
    "analyse",
    "base_lexicon",
    "expand_abbreviation",
    "expand_ellipsis",
    "fold",
    "is_likely_slip",
    "is_one_slip",
    "normalise",
    "stem",
    "text_language",
    "tokens",
    "words",
]
