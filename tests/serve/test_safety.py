"""Strangers: other hosts, other sites, no token, large and slow bodies, ways out of the pages."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.cli.conftest import Runner
from tests.serve.conftest import Serving, form_token, serve_process

from allegedly.cli.exits import Exit
from allegedly.serve.rendering import web_address
from allegedly.serve.settings import ServeError, Settings, read_token

TOKEN = "a-token-that-nobody-guesses-easily"
PAGES = ("/", "/search", "/stories", "/speakers", "/sources", "/skipped", "/api/v1/statements", "/nothing")
JSON = {"content-type": "application/json"}


@pytest.fixture
def guarded(path: Path, serving: Serving) -> TestClient:
    return serving(path, token=TOKEN)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "news.example"])
def test_another_interface_needs_a_token(host: str) -> None:
    with pytest.raises(ServeError, match="--token-file"):
        Settings("ledger.db", host=host)
    assert Settings("ledger.db", host=host, token=TOKEN).token == TOKEN


def test_the_command_says_why_it_does_not_serve(path: Path, cli: Runner) -> None:
    ran = cli("serve", path, "--host", "0.0.0.0")
    assert ran.code == Exit.STOPPED
    assert "--token-file" in ran.err


def test_the_command_names_the_extra_that_is_missing(path: Path, cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allegedly.cli.serve.find_spec", lambda name: None)
    ran = cli("serve", path)
    assert ran.code == Exit.STOPPED
    assert "pip install 'allegedly[serve]'" in ran.err


def test_the_command_needs_a_ledger_and_a_free_port(path: Path, cli: Runner, tmp_path: Path) -> None:
    for options in ((), ("--read-only",)):
        ran = cli("serve", tmp_path / "none.db", *options)
        assert ran.code == Exit.STOPPED
        assert "there is no ledger" in ran.err
    assert not (tmp_path / "none.db").exists()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = cli("serve", path, "--port", str(taken.getsockname()[1]))
    assert ran.code == Exit.STOPPED
    assert "--port" in ran.err


def test_a_token_file_is_a_secret(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\nsecond line\n")
    file.chmod(0o600)
    assert read_token(str(file)) == TOKEN
    file.chmod(0o644)
    with pytest.raises(ServeError, match="chmod 600"):
        read_token(str(file))
    file.write_text("short\n")
    file.chmod(0o600)
    with pytest.raises(ServeError, match="at least"):
        read_token(str(file))
    with pytest.raises(ServeError, match="cannot be read"):
        read_token(str(tmp_path / "none"))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8420", "", "a b", "10.9.8.7"])
def test_another_name_is_not_answered(client: TestClient, host: str) -> None:
    """A page of another site that gives its own name this machine's address gets nothing (DNS rebinding)."""
    for page in PAGES:
        answer = client.get(page, headers={"host": host})
        assert answer.status_code == 421
        assert "allegedly_session" not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize("host", ["127.0.0.1:8420", "localhost", "LOCALHOST:1", "[::1]:8420"])
def test_its_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_bears_the_headers(client: TestClient, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers


def test_no_page_holds_inline_script_or_style(client: TestClient) -> None:
    for page in PAGES[:-2]:
        html = client.get(page).text
        assert "<style" not in html
        assert " style=" not in html
        assert " onclick" not in html
        assert html.count("<script") == html.count('<script src="/static/')


@pytest.mark.parametrize("page", PAGES)
def test_without_the_token_nothing_is_seen(guarded: TestClient, page: str) -> None:
    answer = guarded.get(page)
    if page.startswith("/api/"):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in?to=")
    assert "Kosta" not in answer.text


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer ü"]
)
def test_a_wrong_token_opens_nothing(guarded: TestClient, header: str) -> None:
    assert guarded.get("/api/v1/statements", headers=[(b"authorization", header.encode())]).status_code == 401


def test_the_token_opens_the_interface_and_health_is_open(guarded: TestClient) -> None:
    assert guarded.get("/api/v1/statements", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert set(guarded.get("/api/v1/health").json()) == {"status", "version"}


def test_a_browser_signs_in_and_out(guarded: TestClient) -> None:
    page = guarded.get("/sign-in?to=/speakers")
    cookie = page.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    token = form_token(guarded, "/sign-in")
    wrong = guarded.post("/sign-in", data={"form_token": token, "token": "no", "to": "/speakers"})
    assert wrong.status_code == 403
    assert guarded.get("/").status_code == 303
    right = guarded.post("/sign-in", data={"form_token": token, "token": TOKEN, "to": "/speakers"})
    assert (right.status_code, right.headers["location"]) == (303, "/speakers")
    assert guarded.get("/speakers").status_code == 200
    assert guarded.post("/sign-out", data={"form_token": form_token(guarded)}).status_code == 303
    assert guarded.get("/speakers").status_code == 303


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"])
def test_signing_in_leads_nowhere_else(guarded: TestClient, to: str) -> None:
    token = form_token(guarded, "/sign-in")
    answer = guarded.post("/sign-in", data={"form_token": token, "token": TOKEN, "to": to})
    assert answer.headers["location"] == "/"


def test_a_cookie_made_up_is_no_session(guarded: TestClient) -> None:
    for value in ("inabc.0000", "in.", "in", "." * 500, "inabc." + "0" * 64):
        guarded.cookies.set("allegedly_session", value)
        assert guarded.get("/").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_post_from_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    token = form_token(client)
    for way, data in (("/sign-out", {"form_token": token}), ("/api/v1/articles", {}), ("/api/v1/read", {})):
        assert client.post(way, data=data, headers=headers).status_code == 403
    assert client.get("/", headers=headers).status_code == 200


def test_a_form_without_its_token_is_refused(client: TestClient, path: Path, serving: Serving) -> None:
    speaker = client.get("/api/v1/speakers?limit=1").json()["speakers"][0]["id"]
    data = {"other": "Ilan Dragov", "what": "same", "by": "a stranger"}
    other = serving(path)
    for token in ("", "0" * 64, form_token(other)):
        answer = client.post(f"/speakers/{speaker}/judge", data={**data, "form_token": token})
        assert answer.status_code == 403
    assert client.app.state.desk.ledger.identities.events() == ()  # type: ignore[attr-defined]


def test_a_judgement_is_kept_and_taken_back(client: TestClient) -> None:
    one, other = client.get("/api/v1/speakers?limit=2").json()["speakers"]
    data = {"form_token": form_token(client), "other": other["id"], "what": "same", "by": "R. Desk", "why": "a test"}
    answer = client.post(f"/speakers/{one['id']}/judge", data=data)
    assert answer.status_code == 303, answer.text
    (event,) = client.app.state.desk.ledger.identities.events()  # type: ignore[attr-defined]
    assert (event.who, event.why, str(event.what)) == ("R. Desk", "a test", "same")
    found = client.get(f"/api/v1/speakers/{one['id']}").json()["speaker"]
    assert found["statements"] == one["statements"] + other["statements"]
    page = client.get(f"/speakers/{found['id']}").text
    assert "take back" in page
    back = {"form_token": form_token(client), "withdraw": event.id, "by": "R. Desk"}
    assert client.post(f"/speakers/{one['id']}/judge", data=back).status_code == 303
    assert client.get(f"/api/v1/speakers/{one['id']}").json()["speaker"]["statements"] == one["statements"]


def test_reading_alone_takes_no_judgement(path: Path, serving: Serving) -> None:
    client = serving(path, read_only=True)
    speaker = client.get("/api/v1/speakers?limit=1").json()["speakers"][0]["id"]
    page = client.get(f"/speakers/{speaker}").text
    assert "form_token" not in page
    answer = client.post(f"/speakers/{speaker}/judge", data={"other": "x", "what": "same", "by": "y"})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "way",
    [
        "/static/../web.py",
        "/static/..%2fweb.py",
        "/static/%2e%2e/web.py",
        "/static/....//web.py",
        "/static/",
        "/static",
        "/static/templates/layout.html",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/static/site.css%00.html",
        "/.git/config",
        "/ledger.db",
        "//etc/passwd",
    ],
)
def test_no_folder_is_reached(client: TestClient, way: str) -> None:
    answer = client.get(way)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import " not in answer.text


def test_the_server_listens_on_this_machine_alone(path: Path) -> None:
    addresses = {str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with serve_process(path) as server:
        assert server.address.startswith("http://127.0.0.1:")
        for address in addresses:
            if not address.startswith("127."):
                with socket.socket() as tried:
                    tried.settimeout(1)
                    assert tried.connect_ex((address, server.port))


NO_ADDRESSES = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "https:alert(1)",
    "https://",
    "file:///etc/passwd",
    "http://a\x00b",
    "https://a\u202eb",
    None,
)


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert web_address(url) is None
