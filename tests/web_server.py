"""A server on loopback that behaves, or misbehaves on purpose, as each page of it is told to.

    server.page("/feed", body, type="application/rss+xml")
    server.route("/slow", slow_headers(3))
    server.url("/feed")

It counts what it was asked and how many asked at once, and serves TLS where it is given a certificate.
"""

from __future__ import annotations

import datetime as dt
import gzip
import ipaddress
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Handler = BaseHTTPRequestHandler
Route = Callable[[Handler], None]


class WebServer:
    """One server with its pages; close it."""

    def __init__(self, certificate: Path | None = None, port: int = 0) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.at_once = self.most_at_once = 0
        self.closing = threading.Event()
        self._lock = threading.Lock()
        server = self

        class Requests(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server._serve(self)

            def log_message(self, *_: object) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                pass

        self._server = Quiet(("127.0.0.1", port), Requests)
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.scheme = "https" if certificate else "http"
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def route(self, path: str, route: Route) -> str:
        """Lets a path be answered by `route`; its address."""
        self.routes[path] = route
        return self.url(path)

    def page(self, path: str, body: str | bytes, **more: object) -> str:
        """Lets a path give `body`; its address."""
        return self.route(path, page(body, **more))  # type: ignore[arg-type]

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def _serve(self, handler: Handler) -> None:
        with self._lock:
            self.asked.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            route = self.routes.get(handler.path) or self.routes.get(handler.path.split("?")[0]) or status(404)
            with suppress(OSError):
                route(handler)
        finally:
            with self._lock:
                self.at_once -= 1

    def nap(self, seconds: float) -> bool:
        """Waits, or stops at once where the server is closed; whether it waited."""
        return not self.closing.wait(seconds)


@contextmanager
def served(certificate: Path | None = None) -> Iterator[WebServer]:
    """A server for as long as the block lasts."""
    server = WebServer(certificate)
    try:
        yield server
    finally:
        server.close()


def page(
    body: str | bytes, *, type: str = "text/html; charset=utf-8", code: int = 200, packed: bool = False,
    headers: dict[str, str] | None = None,
) -> Route:  # fmt: skip
    """A page that is as it should be."""
    content = body.encode() if isinstance(body, str) else body
    content = gzip.compress(content) if packed else content

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", type)
        handler.send_header("Content-Length", str(len(content)))
        if packed:
            handler.send_header("Content-Encoding", "gzip")
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def status(code: int, **headers: str) -> Route:
    """An answer with that code and no page; `Retry_After="3"` becomes the header."""
    return page(b"", code=code, headers={name.replace("_", "-"): value for name, value in headers.items()})


def redirect(to: str, code: int = 302) -> Route:
    return status(code, Location=to)


def not_modified(etag: str, body: str, type: str = "text/html; charset=utf-8") -> Route:
    """A page that says 304 to who has it already."""

    def answer(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            page(b"", code=304, headers={"ETag": etag})(handler)
        else:
            page(body, type=type, headers={"ETag": etag})(handler)

    return answer


def in_turn(*routes: Route) -> Route:
    """The first answer to the first request, and so on; the last one from then on."""
    left = list(routes)

    def answer(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def slow_headers(seconds: float) -> Route:
    """One that says nothing for so long."""

    def answer(handler: Handler) -> None:
        time.sleep(seconds)
        page("late")(handler)

    return answer


def drip(every_s: float = 0.05) -> Route:
    """One that lets a byte through now and then, without end."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        for _ in range(100_000):
            handler.wfile.write(b"x")
            time.sleep(every_s)

    return answer


def endless(piece: bytes = b"<p>and so on</p>" * 1024) -> Route:
    """A body that never ends, as fast as it can."""

    def answer(handler: Handler) -> None:
        handler.close_connection = True
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Connection", "close")
        handler.end_headers()
        for _ in range(20_000):
            handler.wfile.write(piece)

    return answer


def wrong_length(body: str, announced: int) -> Route:
    """One that announces more than it sends."""

    def answer(handler: Handler) -> None:
        handler.close_connection = True
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(announced))
        handler.end_headers()
        handler.wfile.write(body.encode())

    return answer


def bomb(mib: int = 256) -> Route:
    """A small answer that unpacks to `mib` MiB."""
    piece, content = b"\0" * (1 << 20), bytearray()
    import zlib

    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    for _ in range(mib):
        content += packer.compress(piece)
    content += packer.flush()
    return page(bytes(content), headers={"Content-Encoding": "gzip"})


def raw(content: bytes) -> Route:
    """Bytes that are no answer at all."""

    def answer(handler: Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(content)

    return answer


def many_headers(count: int = 20_000) -> Route:
    return page("x", headers={f"X-{i}": "y" * 20 for i in range(count)})


def certificate(folder: Path, *, host: str = "127.0.0.1", expired: bool = False) -> Path:
    """A certificate that vouches only for itself, with its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    start = dt.datetime(2020, 1, 1)
    ends = dt.datetime(2021, 1, 1) if expired else dt.datetime(2099, 1, 1)
    try:
        alternative: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        alternative = x509.DNSName(host)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{host}-{'expired' if expired else 'valid'}.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path
