"""Graphs of a model folder, opened in onnxruntime: the one place that imports it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from allegedly.attribute.decoding import Floats
from allegedly.attribute.encoding import Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]


class Graph:
    """One graph, opened when it is first run, so that a head which is never asked costs nothing."""

    def __init__(self, path: Path, threads: int) -> None:
        self._path, self._threads = path, threads
        self._session: InferenceSession | None = None

    def open(self) -> InferenceSession:
        """The session, the same for every call."""
        if self._session is None:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self._threads
            options.inter_op_num_threads = 1
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            slow = ["SkipLayerNormFusion"]  # its kernel takes four times what the two it replaces take
            self._session = onnxruntime.InferenceSession(
                str(self._path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
            )
        return self._session

    def run(self, outputs: Sequence[str], inputs: Mapping[str, Floats | Ints]) -> list[Floats]:
        """The named outputs."""
        found: list[Floats] = self.open().run(list(outputs), dict(inputs))
        return found
