"""A trained second reader to the file that ships: model.onnx, its matrices in int8.

`python -m provaudit.match.train.export --out DIR EPOCH.pt [EPOCH.pt …]`; the weights of several epochs are averaged.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from provaudit.match.train.network import ReaderNetwork, averaged

INPUTS: Final = ("ids", "kinds", "mask")


def export(network: ReaderNetwork, out: Path) -> None:
    """Write the network into `out`/model.onnx, weights in int8 (by channel for the products)."""
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    sample = (torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16, dtype=torch.long), torch.ones(2, 16))
    axes = {name: {0: "pairs", 1: "pieces"} for name in INPUTS} | {"odds": {0: "pairs"}}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        torch.onnx.export(
            network,
            sample,
            str(plain),
            input_names=list(INPUTS),
            output_names=["odds"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            out / "model.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Export the average of the given weights."""
    parser = argparse.ArgumentParser(prog="python -m provaudit.match.train.export", description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+", help="epochN.pt of one run")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    export(averaged(options.weights), options.out)


if __name__ == "__main__":
    main()
