"""A trained network to the files that ship: model.onnx in int8, tokenizer.json, links.npy."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from tokenizers import Tokenizer

from provaudit.attribute.train.network import HEADS, WIDTH, TaggerNetwork

INPUTS: Final = ("ids", "case", "quotation")
OUTPUTS: Final = ("tags", "query", "key")


def export(network: TaggerNetwork, tokenizer: Tokenizer, out: Path, *, whole: bool = False) -> None:
    """Write the network into `out`, its matrices as int8 a channel, or in float where `whole`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch, "plain.onnx"), Path(scratch, "fused.onnx")
        _graph(network, plain)
        _fuse(plain, fused)
        if whole:
            (out / "model.onnx").write_bytes(fused.read_bytes())
        else:
            quantize_dynamic(
                fused,
                out / "model.onnx",
                per_channel=True,
                weight_type=QuantType.QInt8,
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    np.save(out / "links.npy", network.distance.detach().numpy())


def _graph(network: TaggerNetwork, path: Path) -> None:
    network.eval()
    sample = tuple(torch.ones(2, 16, dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        network,
        sample,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _fuse(plain: Path, fused: Path) -> None:
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    model = optimizer.optimize_model(str(plain), "bert", HEADS, WIDTH, optimization_options=options, opt_level=0)
    model.save_model_to_file(str(fused))
    onnx.checker.check_model(str(fused))
