"""Sign-ins lie in the keyring and nowhere else, go to their host alone, and a keyring that fails costs only itself."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import keyring
import pytest
import web_server as web
from kept_in_memory import InMemory
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoBackend
from keyring.errors import KeyringLocked
from web_server import served

from reader.accounts import How, NoKeyring, Secret, SignInError, SignIns, origin_of
from reader.article import UnreadableInput
from reader.intake.web import Ask, Fetcher, FetchFailed, Origin
from reader.library import Library

SECRET = "korrekt-pferd-batterie"
SITE = Origin("https", "news.example.org", 443)
BASIC = Secret(How.BASIC, "ilse", SECRET)


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        raise KeyringLocked("dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("dismissed")


class Broken(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("the bus fell over")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("the bus fell over")


def test_a_sign_in_outlives_the_session_and_can_be_removed(ring: InMemory, tmp_path: Path) -> None:
    SignIns(tmp_path).keep(SITE, BASIC)
    again = SignIns(tmp_path)
    assert again.hosts() == {SITE: (How.BASIC, False)} and ring.asked == 0, "the list alone asks no keyring"
    sent = again(SITE)
    assert sent is not None and (sent.user, sent.password, sent.digest) == ("ilse", SECRET, False)
    again.remove(SITE)
    assert again(SITE) is None and not ring.held and not SignIns(tmp_path).hosts()


@pytest.mark.parametrize(
    "elsewhere",
    [
        SITE._replace(scheme="http"), SITE._replace(scheme="http", port=80), SITE._replace(port=8443),
        SITE._replace(host="example.org"), SITE._replace(host="x.news.example.org"), SITE._replace(scheme="proxy"),
    ],
)  # fmt: skip
def test_a_secret_goes_to_its_own_host_over_https_alone(ring: InMemory, tmp_path: Path, elsewhere: Origin) -> None:
    sign_ins = SignIns(tmp_path)
    sign_ins.keep(SITE, BASIC)
    sign_ins.keep(SITE._replace(host="other.example.org"), BASIC, for_session=True)
    assert sign_ins(SITE) is not None and sign_ins(elsewhere) is None


def test_no_secret_leaves_https_even_where_one_was_kept_for_plain_http(ring: InMemory, tmp_path: Path) -> None:
    sign_ins = SignIns(tmp_path)
    plain = Origin("http", "127.0.0.1", 80)
    sign_ins.keep(plain, BASIC, for_session=True)
    assert sign_ins(plain) is None


@pytest.mark.parametrize(
    ("secret", "headers"),
    [
        (Secret(How.BEARER, "", SECRET), (("Authorization", f"Bearer {SECRET}"),)),
        (Secret(How.COOKIE, "", f"sid={SECRET}"), (("Cookie", f"sid={SECRET}"),)),
        (Secret(How.HEADER, "X-Api-Key", SECRET), (("X-Api-Key", SECRET),)),
    ],
)
def test_tokens_cookies_and_headers_are_sent_as_such(
    ring: InMemory, tmp_path: Path, secret: Secret, headers: tuple[tuple[str, str], ...]
) -> None:
    SignIns(tmp_path).keep(SITE, secret)
    sent = SignIns(tmp_path)(SITE)
    assert sent is not None and sent.headers == headers and SECRET not in repr((sent, secret))


@pytest.mark.parametrize(
    "secret",
    [
        Secret(How.BASIC, "ilse", ""), Secret(How.BASIC, "", SECRET), Secret(How.BASIC, "a:b", SECRET),
        Secret(How.COOKIE, "", "a=b\r\nHost: evil"), Secret(How.HEADER, "Host", "evil"),
        Secret(How.HEADER, "X: Y", SECRET), Secret(How.BEARER, "", "ü"), Secret(How.BEARER, "", "x" * 9000),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused_before_it_is_kept(ring: InMemory, tmp_path: Path, secret: Secret) -> None:
    with pytest.raises(SignInError) as caught:
        SignIns(tmp_path).keep(SITE, secret)
    assert not ring.held and (not secret.secret or secret.secret not in str(caught.value))


def test_an_address_names_its_host_and_only_https_can_be_signed_in_to() -> None:
    assert origin_of("news.example.org/subscribers", How.BASIC) == SITE
    assert origin_of("https://News.example.org:8443/", How.COOKIE) == SITE._replace(port=8443)
    assert origin_of("proxy.example.org:3128", How.PROXY) == Origin("proxy", "proxy.example.org", 3128)
    with pytest.raises(SignInError, match="unprotected"):
        origin_of("http://news.example.org", How.BASIC)
    with pytest.raises(SignInError, match="port"):
        origin_of("proxy.example.org", How.PROXY)
    with pytest.raises(UnreadableInput):
        origin_of("not an address", How.BASIC)


@pytest.mark.parametrize(
    ("backend", "words"), [(NoBackend(), "no keyring"), (Locked(), "locked"), (Broken(), "does not answer")]
)
def test_without_a_keyring_that_answers_the_session_keeps_it(
    ring: InMemory, tmp_path: Path, backend: KeyringBackend, words: str
) -> None:
    SignIns(tmp_path).keep(SITE, BASIC)
    keyring.set_keyring(backend)
    told: list[str] = []
    sign_ins = SignIns(tmp_path, told.append)
    assert sign_ins(SITE) is None and sign_ins(SITE) is None
    assert len(told) == 1 and words in told[0], "it is said once, and the reader is not asked again and again"
    with pytest.raises(NoKeyring, match=words):
        sign_ins.keep(SITE, BASIC)
    sign_ins.keep(SITE, BASIC, for_session=True)
    assert sign_ins(SITE) is not None and sign_ins.hosts()[SITE] == (How.BASIC, True)


def test_a_damaged_list_is_an_empty_one(ring: InMemory, tmp_path: Path) -> None:
    for content in (b"\xff\x00", b"{}", b'[["https"]]', b'[["https", "a", "b", "basic"]]', b"[" * 5000):
        (tmp_path / "sign-ins.json").write_bytes(content)
        assert SignIns(tmp_path).hosts() == {}


def test_no_file_of_the_library_holds_the_secret(ring: InMemory, tmp_path: Path) -> None:
    with closing(Library.open(tmp_path)) as library:
        sign_ins = SignIns(library.folder)
        sign_ins.keep(SITE, BASIC)
        sign_ins.keep(SITE._replace(host="b.example.org"), Secret(How.COOKIE, "", f"sid={SECRET}"), for_session=True)
        assert sign_ins(SITE) is not None
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name == "sign-ins.json" for file in files)
    assert not [file for file in files if SECRET.encode() in file.read_bytes()]


@pytest.mark.parametrize("elsewhere", ["another port", "plain http"])
def test_a_redirect_to_elsewhere_takes_no_secret_along(ring: InMemory, tmp_path: Path, elsewhere: str) -> None:
    pem = web.certificate(tmp_path)
    trusted = ssl.create_default_context(cafile=str(pem))
    with served(pem) as home, served(None if elsewhere == "plain http" else pem) as other:
        there = other.page("/b", "<p>There</p>")
        home.route("/a", web.redirect(there))
        sign_ins = SignIns(tmp_path / "none")
        origin = Origin("https", "127.0.0.1", home.port)
        sign_ins.keep(origin, Secret(How.BEARER, "", SECRET), for_session=True)

        async def go() -> None:
            fetcher = Fetcher(credentials=sign_ins, proxies={}, trusted=trusted)
            try:
                with suppress(FetchFailed):  # plain http is not followed at all
                    await fetcher.fetch(Ask(home.url("/a"), typed=frozenset({"127.0.0.1"})))
            finally:
                await fetcher.close()

        asyncio.run(go())
        assert [SECRET in str(headers) for _, headers in home.asked] == [True]
        assert [SECRET in str(headers) for _, headers in other.asked] == ([] if elsewhere == "plain http" else [False])


REAL = """
import sys
from pathlib import Path
import keyring
from reader.accounts import How, Secret, SignIns
from reader.intake.web import Origin
folder, secret, site = Path(sys.argv[1]), sys.stdin.read(), Origin("https", "news.example.org", 443)
SignIns(folder).keep(site, Secret(How.BASIC, "ilse", secret))
again = SignIns(folder)
assert again(site).password == secret
again.remove(site)
assert again(site) is None and SignIns(folder).hosts() == {}
print(type(keyring.get_keyring()).__module__)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("dbus-run-session", "gnome-keyring-daemon"))),
    reason="needs dbus-run-session and gnome-keyring-daemon (Debian: dbus-daemon, gnome-keyring)",
)
def test_a_real_secret_service_keeps_gives_and_forgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    (tmp_path / "library").mkdir()
    script = 'echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script, "sh", sys.executable, "-c", REAL, str(tmp_path / "library")],
        input=SECRET, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "keyring.backends" in done.stdout
