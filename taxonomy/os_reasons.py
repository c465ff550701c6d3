"""Why the operating system refused, in Danish: the end of a sentence such as "Filen x kan ikke læses: …"."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "den findes ikke",
    errno.EISDIR: "det er en mappe",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EACCES: "du har ikke adgang",
    errno.EPERM: "du har ikke adgang",
    errno.EROFS: "der må kun læses her",
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "din plads på disken er brugt",
    errno.EFBIG: "den bliver for stor",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "stien går i ring",
    errno.EIO: "disken svarer ikke, som den skal",
    errno.EADDRINUSE: "den er allerede i brug",
    errno.EADDRNOTAVAIL: "adressen er ikke denne maskines",
}


def reason(error: OSError) -> str:
    """The reason in Danish where it is a usual one, else in the system's words."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
