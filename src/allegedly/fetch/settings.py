"""How the web is asked."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.read import SIZE_LIMIT
from allegedly.version import VERSION

PRODUCT = "allegedly"
"""What robots.txt files call this program."""


def user_agent(contact: str | None = None) -> str:
    """What servers are told: the program, its version, and how to reach who runs it, an address or a page.

    >>> user_agent("https://newsroom.example/robot").partition(" ")[2]
    '(+https://newsroom.example/robot)'
    """
    return f"{PRODUCT}/{VERSION} ({f'+{contact}' if contact else 'news archiving; no contact given'})"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the web is asked; the defaults are those of the command line.

    `user_agent`: what servers are told; its first word is looked for in robots.txt. `pause`: seconds between two questions to a
    host. `size_limit`: bytes of a page, unpacked. `time_limit`: seconds for one page, all redirects and tries together, without
    the pauses. `tries`: of one address, where it breaks off or the server is busy. `backoff`:
    seconds before the second try, doubled for each further one. `allow_private`: also this machine and its
    network. `proxy`: the address of an HTTP proxy; none of the environment is taken.
    """

    user_agent: str = user_agent()
    pause: float = 1.0
    size_limit: int = SIZE_LIMIT
    time_limit: float = 60.0
    tries: int = 4
    backoff: float = 1.0
    redirects: int = 10
    allow_private: bool = False
    proxy: str | None = None

    @property
    def product(self) -> str:
        """What robots.txt files may call this program."""
        return self.user_agent.split("/")[0].split(" ")[0] or PRODUCT
