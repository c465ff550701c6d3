"""Explains in Danish why a file is not valid TOML, for whoever wrote it in a text editor."""

from __future__ import annotations

import re

# What Python's parser says, and what it means in our files; where nothing fits, only the position is given.
_SAID = (
    (
        r"Illegal character '\\n'|Unterminated string|^Expected \S+ \(at end",
        "teksten mangler anførselstegnet til sidst",
    ),
    (r"Illegal character", "her står et tegn, der ikke må stå i en tekst"),
    (r"Cannot declare \(?'?(?P<name>[^',()]+)'?,?\)? twice", "[NAME] står to gange; et id bruges kun én gang"),
    (r"Cannot overwrite a value|Duplicate inline table key", "det samme felt står to gange"),
    (r"at the (?:end|start) of a table declaration", "navnet i [ ] må kun have a-z, 0-9 og _"),
    (r"Invalid initial character for a key part", "feltets navn må kun have a-z, 0-9 og _"),
    (r"Expected '=' after a key", "der mangler = mellem feltet og dets værdi"),
    (r"Invalid value", "værdien skal stå i anførselstegn"),
    (r"Expected newline or end of document", "der står mere på linjen, end der må; er et anførselstegn for meget?"),
    (r"Unclosed inline table", "der mangler } til sidst"),
    (r"Unclosed array", "der mangler ] til sidst"),
    (r"Unescaped", "en skråstreg \\ må ikke stå i en tekst"),
    (r"Invalid statement", "linjen er hverken [navn] eller felt = værdi"),
)


def toml_problem(said: str) -> str:
    """What Python's reader said of a file, in Danish, with the column where it names one."""
    column = re.search(r"column (\d+)", said)
    place = f" (tegn {column[1]})" if column else ""
    for pattern, danish in _SAID:
        if found := re.search(pattern, said):
            return f"er ikke gyldig TOML: {danish.replace('NAME', found.groupdict().get('name', ''))}{place}"
    return f"er ikke gyldig TOML{place}"
