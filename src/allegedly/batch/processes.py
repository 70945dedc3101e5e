"""Finds the statements of many articles in several processes, in the order in which the articles come."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Self, TypeVar

from allegedly.batch.worker import READY, receive, send
from allegedly.errors import AllegedlyError
from allegedly.model import Article, Findings, Skipped

T = TypeVar("T")

AHEAD = 2
"""Articles taken in advance for each process: what bounds the memory, however many there are."""

_START = "import sys; sys.path[:] = sys.argv[1:]; from allegedly.batch.worker import main; main()"
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")


class Workers:
    """At most `jobs` processes, each with a tagger of its own on one thread; a context manager that ends them.

    A process is a fresh interpreter, not a fork: a fork of a process that has threads (of the network's runtime, of a progress
    bar) may hang for ever on a lock that nobody holds. Nor is it one of `multiprocessing`, which runs the caller's main module
    again and so asks for a guard there. It is in a session of its own, so that an interrupt at the keyboard reaches the parent
    alone; it ends when the parent does, however that ends. Processes are started when there is work for them.
    """

    def __init__(self, jobs: int, tagger: str) -> None:
        self._jobs, self._tagger = jobs, tagger
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._started: list[_Process] = []
        self._lock = Lock()
        self._ended = False
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="allegedly")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._ended = True
            for process in self._started:
                process.end()
        self._threads.shutdown(cancel_futures=True)

    def find_each(self, items: Iterable[Article | T]) -> Iterator[Findings | Skipped | T]:
        """What `allegedly.reading.find_each` gives, in the same order; what is no article goes through as it is.

        An article whose process dies becomes a `Skipped` that says so. Raises `AllegedlyError` where a process cannot be started
        and `ModelError` where its tagger cannot be loaded.
        """
        waiting: deque[Future[Findings | Skipped] | Future[T]] = deque()
        for item in items:
            waiting.append(self._threads.submit(self._find, item) if isinstance(item, Article) else _given(item))
            while waiting and (len(waiting) >= AHEAD * self._jobs or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _find(self, article: Article) -> Findings | Skipped:
        """In one of the threads, which does nothing but wait for its process."""
        try:
            process = self._idle.get_nowait()
        except Empty:
            process = self._start()
        found = process.find(article)
        if isinstance(found, Died):
            return Skipped(article.origin, f"the process that looked for its statements {found.how}; nothing of it is kept")
        self._idle.put(process)
        if isinstance(found, AllegedlyError):
            raise found
        return found

    def _start(self) -> _Process:
        with self._lock:
            if self._ended:
                raise AllegedlyError("the work has ended")
            process = _Process(self._tagger)
            self._started.append(process)
        ready = process.receive()
        if ready != READY:
            how = ready.how if isinstance(ready, Died) else f"said {ready!r}"
            raise AllegedlyError(f"a process to work in {how} before it could begin; `--jobs 1` works without one")
        return process


class Died:
    """What stands in place of an answer where the process is no more; `how`: "died of SIGKILL"."""

    def __init__(self, code: int) -> None:
        self.how = f"died of {_signal(-code)}" if code < 0 else f"ended with {code}"


class _Process:
    def __init__(self, tagger: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _ONE_THREAD,
            start_new_session=True,
        )
        self._ask(tagger)

    def find(self, article: Article) -> Findings | Skipped | AllegedlyError | Died:
        self._ask(article)
        found = self.receive()
        assert isinstance(found, Findings | Skipped | AllegedlyError | Died)
        return found

    def receive(self) -> object:
        assert self._process.stdout
        try:
            return receive(self._process.stdout)
        except (EOFError, ValueError):
            return Died(self._process.wait())

    def end(self) -> None:
        """End it, at work or not; what it has not answered is lost."""
        self._process.kill()
        self._process.wait()

    def _ask(self, question: object) -> None:
        assert self._process.stdin
        with suppress(OSError):  # it has died, as the missing answer will say
            send(self._process.stdin, question)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _given(item: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(item)
    return future


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
