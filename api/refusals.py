"""Errors of requests that are refused before any work is done."""

from __future__ import annotations

from indexer.intake import FieldProblem


class RefusalError(Exception):
    """A request that is refused; `problems` name the fields, the text is Danish and repeats nothing a person wrote."""

    def __init__(self, detail: str, problems: tuple[FieldProblem, ...] = ()) -> None:
        self.problems = problems
        super().__init__(detail)


class UnsoundBodyError(RefusalError):
    """The body is not one JSON value that can be trusted."""

    def __init__(self, problem: FieldProblem) -> None:
        super().__init__(f"{problem.problem} {problem.fix}", (problem,))


class BodyTooLargeError(RefusalError):
    """The body is longer than the server reads."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"Indholdet er over {limit} byte. Forkort teksterne, eller indlæs mange ad gangen fra en fil.")


class NotJsonError(RefusalError):
    """The request does not say that it carries JSON; a page of a foreign site cannot say so unasked."""

    def __init__(self) -> None:
        super().__init__("Indholdet skal være JSON. Send det med Content-Type: application/json.")


class ForeignRequestError(RefusalError):
    """A page of another site, or a foreign host name, tries to reach this server through somebody's browser."""

    def __init__(self) -> None:
        super().__init__("Forespørgslen kommer fra et andet websted. Brug adressen, som serveren skrev ved start.")


class UnsoundAddressError(RefusalError):
    """The address holds a NUL, which no text here has and not every database takes."""

    def __init__(self) -> None:
        super().__init__("Adressen har et styretegn (%00). Fjern det.")


class IfMatchMissingError(RefusalError):
    """A correction must say which revision it was made from."""

    def __init__(self) -> None:
        fix = "Hent posten, og send dens ETag som If-Match."
        super().__init__(f"Rettelser skal have If-Match. {fix}", (FieldProblem("If-Match", "Feltet mangler.", fix),))


class IdempotencyKeyReusedError(RefusalError):
    """The key has answered a request with another body."""

    def __init__(self) -> None:
        fix = "Brug en ny nøgle til hver ny forespørgsel."
        problem = FieldProblem("Idempotency-Key", "Nøglen er brugt til en anden forespørgsel.", fix)
        super().__init__(f"{problem.problem} {fix}", (problem,))


class QueryError(RefusalError):
    """Parameters of the address are wrong; every one is named."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__("Ret parametrene, og prøv igen.", problems)


class JobNotOpenError(RefusalError):
    """There is no such open job: unknown, closed, or past its deadline."""

    def __init__(self) -> None:
        super().__init__("Jobbet findes ikke eller er lukket.")


class CursorTooOldError(RefusalError):
    """The changes since the cursor are no longer all known."""

    def __init__(self) -> None:
        super().__init__("Ændringerne så langt tilbage er slettet. Begynd forfra med after=0.")


class CursorAheadError(RefusalError):
    """The cursor is beyond the newest change, as after the record was restored from a backup."""

    def __init__(self) -> None:
        super().__init__("Arkivet er ikke nået så langt, måske fordi det er genskabt. Begynd forfra med after=0.")
