"""Who acts in the audit trail when a command does: whoever is logged in to the machine, for want of a sign-in."""

from __future__ import annotations

from getpass import getuser


def _actor() -> str:
    try:
        return f"kommandolinje ({getuser()})"
    except (KeyError, OSError):  # a container may run under a number that has no name
        return "kommandolinje"


ACTOR = _actor()
