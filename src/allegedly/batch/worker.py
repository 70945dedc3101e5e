"""What runs in a process of its own: takes articles at one end of a pipe and gives their findings at the other.

A message is its length, eight bytes, and a pickle. First comes the tagger's name, and `READY` goes back; then each article is
answered by its findings, by a `Skipped`, or by the error that keeps the tagger from being loaded.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import IO

from allegedly.errors import AllegedlyError
from allegedly.model import Article
from allegedly.reading import find_or_skip, taggers_named

READY = "ready"
_LENGTH = 8


def send(stream: IO[bytes], value: object) -> None:
    """Write one message. Raises `OSError` where nobody is left to read it."""
    data = pickle.dumps(value, protocol=5)
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """The next message. Raises `EOFError` where the other side has ended."""
    return pickle.loads(_exactly(stream, int.from_bytes(_exactly(stream, _LENGTH), "big")))


def main() -> None:
    """Answers until standard input ends, which it does when the parent process does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library may print comes between no two answers
    try:
        taggers = taggers_named(str(receive(questions)))
        send(answers, READY)
        while True:
            article = receive(questions)
            assert isinstance(article, Article)
            try:
                send(answers, find_or_skip(article, taggers))
            except AllegedlyError as error:
                send(answers, error)
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
