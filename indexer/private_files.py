"""What people wrote lies in files and folders of one owner; whoever else is to read them is let in by hand."""

from __future__ import annotations

import os
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Make the folder unless it is there; OSError where it cannot be made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make the file, empty, unless it is there; OSError where it cannot be made.

    SQLite's own would be open to all, in a folder that was there before. Its log gets the rights of the file.
    """
    os.close(os.open(path, os.O_CREAT | os.O_CLOEXEC, 0o600))
