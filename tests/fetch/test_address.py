"""Which addresses are the public internet, and which addresses may be asked for at all."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("httpx", reason="fetching needs httpx, which the extra 'web' installs")

from allegedly.errors import FetchError
from allegedly.fetch.address import not_public
from allegedly.fetch.location import location_of


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.10", "::1", "0.0.0.0", "::", "10.0.0.1", "172.31.255.255", "192.168.1.1", "fd00::1", "fec0::1"),
        *("169.254.169.254", "fe80::1", "fe80::1%eth0", "100.64.0.1", "224.0.0.1", "ff02::1", "255.255.255.255", "240.0.0.1"),
        *("192.0.2.1", "198.18.0.1", "2001:db8::1", "192.0.0.192", "168.63.129.16", "100::1", "2001::1"),
        # IPv6 addresses that stand for those of IPv4: mapped, translated, compatible, NAT64, 6to4.
        *("::ffff:127.0.0.1", "::ffff:0:10.0.0.1", "::127.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "2002:7f00:1::"),
        *("", "localhost", "1.2.3"),
    ],
)
def test_what_is_not_the_public_internet_is_named(address: str) -> None:
    assert not_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_public_internet_is_let_through(address: str) -> None:
    assert not_public(address) is None


@given(st.ip_addresses(v=4))
def test_an_ipv6_address_that_stands_for_another_is_no_way_round(address: ipaddress.IPv4Address) -> None:
    refused = not_public(str(address)) is not None
    assert refused or address.is_global
    assert (not_public(f"::ffff:{address}") is not None) is refused
    assert (not_public(f"64:ff9b::{address}") is not None) is refused
    number = int(address)
    assert (not_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::") is not None) is refused


@given(st.ip_addresses(v=6))
def test_what_python_knows_as_not_global_is_refused(address: ipaddress.IPv6Address) -> None:
    assert address.is_global or not_public(str(address))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "of the scheme 'file', expected http or https"),
        ("ftp://courier.example/", "of the scheme 'ftp'"),
        ("gopher://courier.example:70/1", "of the scheme 'gopher'"),
        ("javascript:alert(1)", "of the scheme 'javascript'"),
        ("https://ana:secret@courier.example/", "user name or password"),
        ("http://courier.example:25/", "port 25 is another service's"),
        ("http:///news", "names no host"),
        ("courier.example/news", "no whole address"),
        ("http://courier.example:99999/", "port 99999"),
        ("http://[::1/", "is no address"),
        ("http://courier.example/" + "a" * 9000, "characters"),
    ],
)
def test_what_may_not_be_asked_for_is_refused(url: str, said: str) -> None:
    with pytest.raises(FetchError, match=said) as raised:
        location_of(url)
    assert "secret" not in str(raised.value)


def test_an_address_is_brought_into_one_form() -> None:
    assert location_of(" HTTPS://Courier.Example:443/a b?q=é#top ").url == "https://courier.example/a%20b?q=%C3%A9"
    assert location_of("http://bücher.example").url == "http://xn--bcher-kva.example/"
    assert location_of("http://courier.example:8080/x").host_header == "courier.example:8080"
    assert location_of("http://[2606:4700::1]:81/").authority == "http://[2606:4700::1]:81"
    assert location_of("http://courier.example/a/b").joined("../c?d").url == "http://courier.example/c?d"


@given(st.text(max_size=60))
def test_any_text_is_a_location_or_an_error(text: str) -> None:
    for url in (text, f"http://{text}", f"https://courier.example/{text}"):
        try:
            location = location_of(url)
        except FetchError:
            continue
        assert location_of(location.url) == location
        assert location.url.isascii()
        assert not set("\r\n ") & set(location.url)
