"""Middleware for every request: who may reach the server, slashes in ids, and security headers."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import unquote

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import answer
from api.http.dependencies import SLASH
from api.problems import problem_of
from api.refusals import ForeignRequestError, RefusalError, UnsoundAddressError

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# What everybody may read, pages of other sites may show: a municipality's own, a newspaper's.
SHARED = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
SHARED_PATHS = ("/api/v1/jobs/", "/jobs.atom", "/openapi.json")
NUL = "\0"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guards:
    """Lets in only requests meant for this server; `hosts` are its names."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its path corrected, and add the security headers to the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        keep_encoded_slashes(scope)
        if scope["method"] == "HEAD":  # answered as GET, of which the server sends only the head
            scope = {**scope, "method": "GET"}
        refusal = self._refusal(scope)
        if refusal:
            refused = answer(Request(scope, receive), problem_of(refusal))
            await refused(scope, receive, _with_headers(send, scope["path"]))
            return
        await self._app(scope, receive, _with_headers(send, scope["path"]))

    def _refusal(self, scope: Scope) -> RefusalError | None:
        if self._is_foreign(scope):
            return ForeignRequestError()
        return UnsoundAddressError() if NUL in scope["path"] or b"%00" in scope["query_string"] else None

    def _is_foreign(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if host_name(headers.get("host", "")) not in self._hosts:  # DNS rebinding: a foreign name made to point here
            return True
        if scope["method"] in SAFE_METHODS:
            return False
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2] != headers.get("host"):
            return True
        return headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}


def host_name(host: str) -> str:
    """The name without the port: `[::1]:8000` is `[::1]`."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0].lower()


def keep_encoded_slashes(scope: Scope) -> None:
    """Let `%2F` in a path stay part of its segment: an id may hold a slash."""
    if raw := scope.get("raw_path"):
        segments = raw.decode("latin-1").split("/")
        scope["path"] = "/".join(unquote(segment).replace("/", SLASH) for segment in segments)


def _with_headers(send: Send, path: str) -> Send:
    cached = "no-cache" if path.startswith("/static/") else "no-store"  # sheets and scripts tell of nobody

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            shared = SHARED if path.startswith(SHARED_PATHS) else {}
            for name, value in {**HEADERS, **shared}.items():
                headers[name] = value
            headers.setdefault("Cache-Control", cached)
        await send(message)

    return sending
