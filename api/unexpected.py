"""The last resort: an error nobody foresaw is answered too; its text, which may quote people, is not logged."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import answer
from api.problems import Problem

_log = logging.getLogger(__name__)
UNEXPECTED = ("Uventet fejl", "Noget gik galt hos os. Det, der allerede er gemt, er i behold. Prøv igen om lidt.")


class Unexpected:
    """Answers 500 for unexpected errors; the log holds only the error's type and the route's path template."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; stand in when nothing has been answered yet."""
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            if scope["type"] != "http":
                raise
            template = getattr(scope.get("route"), "path", "ukendt")
            _log.error("%s while answering %s %s", type(error).__name__, scope["method"], template)
            if not started:
                problem = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, *UNEXPECTED)
                await answer(Request(scope, receive), problem)(scope, receive, send)
