"""How a model of the package is opened: on the CPU, on so many threads, quietly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def open_session(model: Path, threads: int = 1) -> InferenceSession:
    """A session of the model; it may be run from several threads."""
    import onnxruntime as ort  # slow to import, and not needed by those who ask no model

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
