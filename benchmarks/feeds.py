"""How 500 feeds are refreshed, from servers on this machine of which some are slow, broken, enormous or hostile.

    python benchmarks/feeds.py [FEEDS]

Every tenth feed is bad, on servers of their own. Prints how long it takes until the fast ones are read and until all is
done, how many connections were open at once, how long another thread that asks the library has to wait, whether what the
reader changed meanwhile is kept, and how many bad feeds told why. Bounded in count and time.
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

import psutil
import web_server as web

from reader.intake.web import Limits
from reader.library import AddFeeds, FullText, Library, ListKind, Query, SetRead, Subscription
from reader.work import FeedFailed, FeedRead, Gathered, Gatherer, Left

FEEDS, SERVERS, ITEMS = 500, 10, 2
LIMITS = Limits(connect_s=5, read_s=5, total_s=10, attempts=1)
LONGEST_S = 900
MANY_ITEMS = "".join(f"<item><guid>{i}</guid><title>Wave {i}</title></item>" for i in range(100_000))
BAD = {
    "slow headers": web.slow_headers(20), "a byte now and then": web.drip(), "without end": web.endless(),
    "gzip bomb": web.bomb(256), "no HTTP": web.raw(b"junk\r\n\r\n"), "circle": web.redirect("/circle"),
    "500": web.status(500), "410": web.status(410), "a page": web.page("<!doctype html><p>no feed"),
    "broken XML": web.page("<rss", type="text/xml"),
    "100,000 items": web.page(f"<rss version='2.0'><channel><title>Sea</title>{MANY_ITEMS}</channel></rss>", type="text/xml"),
}  # fmt: skip


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
        good_servers, bad_servers = ([stack.enter_context(web.served()) for _ in range(SERVERS)] for _ in range(2))
        wanted, bad = [], {}
        for number in range(count):
            path = f"/{number}"
            if number % 10 == 9:
                nth = number // 10
                server = bad_servers[nth % SERVERS]
                server.route("/circle", web.redirect("/circle"))
                bad[str(number)] = list(BAD)[nth % len(BAD)]
                server.route(path, BAD[bad[str(number)]])
            else:
                server = good_servers[number % SERVERS]
                server.page(path, feed(number), type="text/xml")
            wanted.append(Subscription(str(number), server.url(path), typed="127.0.0.1", full_text=FullText.NEVER))
        library.perform(AddFeeds(tuple(wanted)))
        measure(library, {server.port for server in (*good_servers, *bad_servers)}, bad, count)


def measure(library: Library, ports: set[int], bad: dict[str, str], count: int) -> None:
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

    def count_connections() -> None:
        """Our ends of all connections to the servers."""
        while not done.wait(0.1):
            held = psutil.Process().net_connections("tcp4")
            most[0] = max(
                most[0],
                sum(bool(each.raddr) and each.raddr.port in ports and each.status == "ESTABLISHED" for each in held),
            )

    watchers = [threading.Thread(target=look), threading.Thread(target=count_connections)]
    begun = time.perf_counter()
    answered: set[str] = set()
    faults: dict[str, str] = {}
    articles, fast_s = 0, 0.0
    with closing(Gatherer(library, told.put, on_schedule=False, limits=LIMITS)) as gatherer:
        for watcher in watchers:
            watcher.start()
        gatherer.refresh()
        while time.perf_counter() - begun < LONGEST_S:
            event = told.get(timeout=LONGEST_S)
            if isinstance(event, FeedRead):
                answered.add(event.feed)
                articles += len(event.added)
            elif isinstance(event, FeedFailed):
                faults[event.feed] = event.sentence
            if not fast_s and len(answered - bad.keys()) == count - len(bad):
                fast_s = time.perf_counter() - begun
            if event == Left(0):
                break
        whole_s = time.perf_counter() - begun
        done.set()
        for watcher in watchers:
            watcher.join()
    told_why = faults | {feed.key: feed.notice for feed in library.sources.feeds() if feed.notice}
    kept = sum(not library.opened(number).row.unread for number in read)
    waits.sort()
    print(f"{count} feeds, {len(bad)} of them bad; {articles} articles")
    print(f"all good ones read after {fast_s:.1f} s, all done after {whole_s:.1f} s")
    print(f"connections at once, at most: {most[0]}")
    print(
        f"the library's other user waited p50 {waits[len(waits) // 2] * 1e3:.1f} ms, p99 {waits[int(len(waits) * 0.99)] * 1e3:.1f} ms, most {waits[-1] * 1e3:.0f} ms"
    )
    print(f"states changed meanwhile: {len(read)}, kept: {kept}")
    silent = sorted({bad[key] for key in bad.keys() - told_why.keys()})
    print(f"bad feeds that said why: {len(told_why.keys() & bad.keys())}; silent ones: {', '.join(silent) or 'none'}")
    print(f"good ones that failed: {len(faults.keys() - bad.keys())}")
    for kind in BAD:
        sentence = next((told_why[key] for key in bad if bad[key] == kind and key in told_why), "")
        print(f"    {kind}: {sentence}")


if __name__ == "__main__":
    main()
