"""Tells the addresses of the public internet from those of this machine, its network and its keepers."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_Address = IPv4Address | IPv6Address
_Network = IPv4Network | IPv6Network

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("this machine itself (loopback)", ("127.0.0.0/8", "::1/128")),
    ("no address at all (unspecified)", ("0.0.0.0/8", "::/128")),
    ("a private network", ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10", "64:ff9b:1::/48")),
    ("this network link (link-local)", ("169.254.0.0/16", "fe80::/10")),
    ("a carrier's own network (shared, RFC 6598)", ("100.64.0.0/10",)),
    ("a group (multicast)", ("224.0.0.0/4", "ff00::/8")),
    ("documentation and measurements", ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15", "2001:db8::/32")),
    ("a cloud's own services", ("168.63.129.16/32",)),
    ("protocols and future use (reserved)", ("192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "100::/64", "2001::/23")),
)
"""What is not the public internet, by the registries of special-purpose addresses (IANA, RFC 6890) and practice."""

_NETWORKS: tuple[tuple[str, _Network], ...] = tuple((what, ip_network(each)) for what, nets in _KINDS for each in nets)

# IPv6 addresses that stand for an IPv4 address, and by how many bits that is shifted in them.
_EMBEDDING: tuple[tuple[IPv6Network, int], ...] = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("::ffff:0:0:0/96"), 0),
    (IPv6Network("::/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("2002::/16"), 80),
)


def not_public(address: str) -> str | None:
    """What the IP address leads to where that is not the public internet; `None` where it is.

    An IPv6 address that stands for an IPv4 address (mapped, translated, NAT64, 6to4) is judged by that one as well.

    >>> not_public("93.184.215.14"), not_public("::ffff:10.0.0.1"), not_public("64:ff9b::7f00:1")
    (None, 'a private network', 'this machine itself (loopback)')
    """
    found = _parsed(address)
    if found is None:
        return "what is no IP address"
    for what, network in _NETWORKS:
        if found.version == network.version and found in network:
            return what
    embedded = _embedded(found)
    if embedded is not None:
        return not_public(str(embedded))
    return None if found.is_global else "protocols and future use (reserved)"


def is_address(host: str) -> bool:
    """Whether `host` is an IP address, and not a name."""
    return _parsed(host) is not None


def _parsed(address: str) -> _Address | None:
    try:
        return ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return None


def _embedded(address: _Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    for network, shift in _EMBEDDING:
        if address in network:
            return IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return None
