"""A server on the loopback that answers as it is told, to see what is made of its answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Request = tuple[str, str, str]  # method, path, body
Answers = Callable[[Request], tuple[int, object]]  # status and content: bytes are a page, all else is JSON


class Answering(ThreadingHTTPServer):
    """Keeps what it was asked and the headers that came with it."""

    daemon_threads = True

    def __init__(self, answers: Answers) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers, self.asked, self.headers = answers, list[Request](), list[dict[str, str]]()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Answering

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        request = (self.command, self.path, body)
        self.server.asked.append(request)
        self.server.headers.append(dict(self.headers))
        status, content = self.server.answers(request)
        page = isinstance(content, bytes)
        sent = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "text/html" if page else "application/json")
        self.send_header("content-length", str(len(sent)))
        self.end_headers()
        with suppress(BrokenPipeError):  # who asked may have waited long enough
            self.wfile.write(sent)

    do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def answering(answers: Answers) -> Iterator[Answering]:
    """The server, up while the block lasts."""
    with Answering(answers) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.01,))
        serving.start()
        try:
            yield server
        finally:
            server.shutdown()
            serving.join()
