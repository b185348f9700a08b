"""A subscriber on the loopback: discovers, subscribes, verifies, keeps what it is sent (WebSub)."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx


@dataclass(frozen=True)
class Delivery:
    """What a hub has sent."""

    body: str
    links: str
    signed: bool


class Subscriber(ThreadingHTTPServer):
    """Its callback is its root. `secret` is what it gives to hubs, "" for none."""

    daemon_threads = True

    def __init__(self, secret: str = "") -> None:
        self.secret = secret
        self.topic = ""
        self.verified: list[str] = []
        self.deliveries: list[Delivery] = []
        subscriber = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(*subscriber.verify(parse_qs(urlsplit(self.path).query)))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                subscriber.keep(body, dict(self.headers))
                self._answer(204)

            def _answer(self, status: int, body: str = "") -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Handler)

    def subscribe(self, address: str) -> None:
        """Ask the hub that a feed names for the topic that the feed calls itself (§4, §5.1)."""
        links = httpx.head(address).headers["Link"]
        [hub] = re.findall(r'<([^>]+)>; rel="hub"', links)
        [self.topic] = re.findall(r'<([^>]+)>; rel="self"', links)
        form = {
            "hub.mode": "subscribe",
            "hub.topic": self.topic,
            "hub.callback": f"http://127.0.0.1:{self.server_port}/",
            **({"hub.secret": self.secret} if self.secret else {}),
        }
        assert httpx.post(hub, data=form).status_code == 202

    def verify(self, asked: dict[str, list[str]]) -> tuple[int, str]:
        """The hub makes sure that it was us who subscribed (§5.3)."""
        if asked["hub.mode"] != ["subscribe"] or asked["hub.topic"] != [self.topic]:
            return 404, ""
        self.verified += asked["hub.topic"]
        return 200, asked["hub.challenge"][0]

    def keep(self, body: bytes, headers: dict[str, str]) -> None:
        """Check the signature of what came (§7.1) and keep it."""
        signed = False
        if "X-Hub-Signature" in headers:
            method, _, given = headers["X-Hub-Signature"].partition("=")
            made = hmac.new(self.secret.encode(), body, getattr(hashlib, method)).hexdigest()
            signed = hmac.compare_digest(given, made)
        self.deliveries.append(Delivery(body.decode(), headers.get("Link", ""), signed))
