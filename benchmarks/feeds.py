"""How 500 feeds are refreshed, from servers on this machine of which some are slow, broken, enormous or hostile.

    python benchmarks/feeds.py [FEEDS]

Prints how long it takes until the fast ones are read and until all is done, how many connections were open at once, how
long another thread that asks the library has to wait, and how many failing feeds told why. Bounded in count and time.
"""

from __future__ import annotations

import queue
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import web_server as web

from reader.intake.web import Limits
from reader.library import AddFeeds, FullText, Library, ListKind, Query, SetRead, Subscription
from reader.work import FeedFailed, FeedRead, Gathered, Gatherer, Left

FEEDS, SERVERS, ITEMS = 500, 10, 2
LIMITS = Limits(connect_s=5, read_s=5, total_s=10, attempts=1)
LONGEST_S = 900
BAD = (
    web.slow_headers(20), web.drip(), web.endless(), web.bomb(256), web.raw(b"junk\r\n\r\n"), web.redirect("/circle"),
    web.status(500), web.status(410), web.page("<!doctype html><p>no feed"), web.page("<rss", type="text/xml"),
    web.page("<rss version='2.0'><channel><title>Big</title>" + "<item><title>x</title></item>" * 100_000, type="text/xml"),
)  # fmt: skip


def feed(number: int) -> str:
    text = "".join(
        f"<p>Ship {number}-{i} came in on the tide, with {i * 7} letters for the town.</p>" for i in range(20)
    )
    items = "".join(
        f"<item><guid>{number}-{i}</guid><title>Ship {number}-{i}</title><description><![CDATA[{i} {text}]]></description></item>"
        for i in range(ITEMS)
    )
    return f"<rss version='2.0'><channel><title>Feed {number}</title>{items}</channel></rss>"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FEEDS
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack, Library.open(Path(folder)) as library:
        servers = [stack.enter_context(web.served()) for _ in range(SERVERS)]
        wanted, bad = [], set()
        for number in range(count):
            server = servers[number % SERVERS]
            path = f"/{number}"
            if number % 10 == 9:
                server.route(path, BAD[number // 10 % len(BAD)])
                bad.add(str(number))
            else:
                server.page(path, feed(number), type="text/xml")
            server.route("/circle", web.redirect("/circle"))
            wanted.append(Subscription(str(number), server.url(path), typed="127.0.0.1", full_text=FullText.NEVER))
        library.perform(AddFeeds(tuple(wanted)))
        measure(library, servers, bad, count)


def measure(library: Library, servers: list[web.WebServer], bad: set[str], count: int) -> None:
    told: queue.SimpleQueue[Gathered] = queue.SimpleQueue()
    waits: list[float] = []
    done = threading.Event()
    most = [0]
    read: set[int] = set()

    def look() -> None:
        """What the window does meanwhile: it asks for a page of the list, and its reader marks articles as read."""
        while not done.wait(0.02):
            begun = time.perf_counter()
            rows = library.rows(Query(ListKind.UNREAD), 0, 30)
            if rows and len(read) < 200:
                library.perform(SetRead((rows[0].id,)))
                read.add(rows[0].id)
            waits.append(time.perf_counter() - begun)
            most[0] = max(most[0], sum(server.at_once for server in servers))

    watcher = threading.Thread(target=look)
    begun = time.perf_counter()
    answered: set[str] = set()
    faults: dict[str, str] = {}
    articles, fast_s = 0, 0.0
    with closing(Gatherer(library, told.put, on_schedule=False, limits=LIMITS)) as gatherer:
        watcher.start()
        gatherer.refresh()
        while time.perf_counter() - begun < LONGEST_S:
            event = told.get(timeout=LONGEST_S)
            if isinstance(event, FeedRead):
                answered.add(event.feed)
                articles += len(event.added)
            elif isinstance(event, FeedFailed):
                faults[event.feed] = event.sentence
            if not fast_s and len(answered - bad) == count - len(bad):
                fast_s = time.perf_counter() - begun
            if event == Left(0):
                break
        whole_s = time.perf_counter() - begun
        done.set()
        watcher.join()
    kept = sum(not library.opened(number).row.unread for number in read)
    waits.sort()
    print(f"{count} feeds, {len(bad)} of them bad; {articles} articles")
    print(f"all good ones read after {fast_s:.1f} s, all done after {whole_s:.1f} s")
    print(f"connections at once, at most: {most[0]}")
    print(
        f"the library's other user waited p50 {waits[len(waits) // 2] * 1e3:.1f} ms, p99 {waits[int(len(waits) * 0.99)] * 1e3:.1f} ms, most {waits[-1] * 1e3:.0f} ms"
    )
    print(f"states changed meanwhile: {len(read)}, kept: {kept}")
    print(f"bad feeds that said why: {len(set(faults) & bad)}; good ones that failed: {len(set(faults) - bad)}")


if __name__ == "__main__":
    main()
