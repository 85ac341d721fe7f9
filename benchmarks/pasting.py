"""HTML pages as a reader would paste them: what "select all, copy" in a browser gives.

A headless Chromium lays the pages out, without scripts and without network, and its `innerText` is taken; that is what
a browser's selection gives, save for what scripts would have added. Where there is no Chromium, `pasted` says so.
"""

from __future__ import annotations

import base64
import html
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reader.article import Capture
from reader.cleaning import decoded

PAGES_AT_ONCE = 20
SECONDS_AT_MOST = 240
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FOREIGN = re.compile(r"<(?:base|meta)\b[^>]*(?:href|http-equiv)[^>]*>", re.IGNORECASE)
_HARNESS = """<!doctype html><meta charset="utf-8"><body><script>
const pages = PAGES, texts = {};
const plain = b64 => new TextDecoder().decode(Uint8Array.from(atob(b64), c => c.charCodeAt(0)));
(async () => {
  for (const [key, page] of Object.entries(pages)) {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-same-origin";
    frame.style = "width:1280px;height:2000px";
    const loaded = new Promise(done => { frame.onload = done; setTimeout(done, 4000); });
    frame.srcdoc = plain(page);
    document.body.append(frame);
    await loaded;
    texts[key] = frame.contentDocument?.body?.innerText ?? "";
    frame.remove();
  }
  const made = JSON.stringify(texts);
  document.body.innerHTML = "";
  const out = document.createElement("pre");
  out.id = "texts";
  out.textContent = btoa(Array.from(new TextEncoder().encode(made), b => String.fromCharCode(b)).join(""));
  document.body.append(out);
})();
</script>"""


def browser() -> str | None:
    """The program of a Chromium, None where there is none."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


def pasted(pages: Iterable[tuple[str, Capture]], cache: Path) -> Iterator[tuple[str, str]]:
    """Each page's text as a browser's selection gives it, by key; what was laid out once is kept in `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    waiting: dict[str, Capture] = {}
    for key, capture in pages:
        held = cache / f"{capture.digest[:24]}.txt"
        if held.is_file():
            yield key, held.read_text("utf-8")
            continue
        waiting[key] = capture
        if len(waiting) == PAGES_AT_ONCE:
            yield from _laid_out(waiting, cache)
            waiting = {}
    if waiting:
        yield from _laid_out(waiting, cache)


def _laid_out(pages: Mapping[str, Capture], cache: Path) -> Iterator[tuple[str, str]]:
    program = browser()
    assert program is not None
    encoded = {key: base64.b64encode(_still(capture).encode()).decode() for key, capture in pages.items()}
    with tempfile.TemporaryDirectory() as home:
        harness = Path(home) / "harness.html"
        harness.write_text(_HARNESS.replace("PAGES", json.dumps(encoded)), "utf-8")
        command = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--blink-settings=imagesEnabled=false", f"--user-data-dir={home}/user",
            "--virtual-time-budget=120000", "--dump-dom", harness.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_AT_MOST, check=False)
    found = re.search(r'<pre id="texts">([^<]*)</pre>', done.stdout)
    if found is None:
        if len(pages) == 1:
            return
        halves = list(pages.items())
        for part in (halves[: len(halves) // 2], halves[len(halves) // 2 :]):
            yield from _laid_out(dict(part), cache)
        return
    for key, text in json.loads(base64.b64decode(html.unescape(found[1]))).items():
        (cache / f"{pages[key].digest[:24]}.txt").write_text(text, "utf-8")
        yield key, text


def _still(capture: Capture) -> str:
    """The page without what would lead elsewhere."""
    return _FOREIGN.sub("", decoded(capture).text)
