"""The tagger's network: a six-layer MiniLM encoder with a head for roles and a head for links.

The encoder is BERT (Devlin et al., 2019) at MiniLM's size (Wang et al., 2020), written out so that the training
needs no model library. Two small embeddings carry what the uncased vocabulary loses: case and quotation marks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from provaudit.attribute.decode import DISTANCES, TAGS
from provaudit.attribute.pieces import CASES, QUOTATIONS, SEP

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
INNER: Final = 1536
VOCABULARY: Final = 30522
MASK: Final = 103
POSITIONS: Final = 512
LINK_WIDTH: Final = 128
LINK_ROLES: Final = 2  # source of the cue, content of the cue


class Layer(nn.Module):  # type: ignore[misc]  # torch ships no types that mypy can see here
    """One transformer layer, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output for `x` [batch, pieces, width]; `mask` is added to the attention scores."""
        batch, length, _ = x.shape
        q, k, v = (
            part.reshape(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1)
        )
        seen = self.attend(q, k, v, mask).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))

    def attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
        """Return scaled dot-product attention; written out for export, where the graph should stay plain."""
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS)) + mask
            return scores.softmax(-1) @ v
        return functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))


class TaggerNetwork(nn.Module):  # type: ignore[misc]  # as above
    """Piece ids, cases and quotation states in; role logits and link vectors out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quotation = nn.Embedding(QUOTATIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.query = nn.Linear(WIDTH, LINK_ROLES * LINK_WIDTH)
        self.key = nn.Linear(WIDTH, LINK_ROLES * LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(LINK_ROLES, DISTANCES))
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quotation.weight)

    def forward(self, ids: Tensor, case: Tensor, quotation: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag logits [batch, pieces, tags] and link queries and keys [batch, pieces, roles * link width].

        A piece id of 0 is padding.
        """
        length = ids.shape[1]
        mask = (ids == 0).to(self.word.weight.dtype)[:, None, None, :] * -10000.0
        x = self.word(ids) + self.position.weight[:length] + self.case(case) + self.quotation(quotation)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        scale = LINK_WIDTH**-0.5
        return self.tag(x), self.query(x) * scale, self.key(x)

    def load_encoder(self, weights: Path) -> None:
        """Take over the encoder of a BERT checkpoint in safetensors form."""
        old = load_file(weights)
        new = encoder_weights(old)
        # Every piece is of the first segment, so its embedding can live in the positions.
        new["position.weight"] = new["position.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        self.load_state_dict(new, strict=False)


def encoder_weights(old: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a BERT checkpoint under the names of this encoder's parts, the kinds of segment left out."""
    new = {f"{mine}{part}": old[f"{theirs}{part}"] for mine, theirs in _renamed() for part in _parts(mine)}
    for n in range(LAYERS):
        for part in ("weight", "bias"):
            of_self = f"encoder.layer.{n}.attention.self"
            new[f"layers.{n}.qkv.{part}"] = torch.cat(
                [old[f"{of_self}.{name}.{part}"] for name in ("query", "key", "value")]
            )
    return new


def mean_weights(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights that runs or epochs left in `paths`."""
    states = [torch.load(path, weights_only=True) for path in paths]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def _renamed() -> list[tuple[str, str]]:
    names = [
        ("word.", "embeddings.word_embeddings."),
        ("position.", "embeddings.position_embeddings."),
        ("norm.", "embeddings.LayerNorm."),
    ]
    for n in range(LAYERS):
        layer = f"encoder.layer.{n}"
        names += [
            (f"layers.{n}.out.", f"{layer}.attention.output.dense."),
            (f"layers.{n}.norm1.", f"{layer}.attention.output.LayerNorm."),
            (f"layers.{n}.wide.", f"{layer}.intermediate.dense."),
            (f"layers.{n}.narrow.", f"{layer}.output.dense."),
            (f"layers.{n}.norm2.", f"{layer}.output.LayerNorm."),
        ]
    return names


def _parts(name: str) -> tuple[str, ...]:
    return ("weight",) if name in ("word.", "position.") else ("weight", "bias")


def losses(
    network: TaggerNetwork,
    batch: dict[str, Tensor],
    teachers: Sequence[TaggerNetwork] = (),
    trust: float = 0.5,
    hide: float = 0.0,
) -> tuple[Tensor, Tensor]:
    """Return the tag loss and the link loss of `batch`, both a piece.

    For each gold cue every piece of its window is none of its business, its source or its content. Where there
    are `teachers`, their mean opinion has the weight `trust` in what is to be learned, and the annotation the rest.
    The share `hide` of the pieces is masked for `network`, but not for them.
    """
    tags, links = _opinions(network, {**batch, "ids": _hidden(batch["ids"], hide)})
    with torch.no_grad():
        taught = [_opinions(teacher, batch) for teacher in teachers]
    known = int((batch["tags"] >= 0).sum())
    tag_loss = _loss(tags, batch["tags"], [opinion for opinion, _ in taught], trust)
    link_loss = _loss(links, batch["links"], [opinion for _, opinion in taught], trust)
    return tag_loss / known, link_loss / known


def _hidden(ids: Tensor, share: float) -> Tensor:
    if not share:
        return ids
    return torch.where((torch.rand(ids.shape) < share) & (ids > SEP), MASK, ids)


def _opinions(network: TaggerNetwork, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    tags, query, key = (out.float() for out in network(batch["ids"], batch["case"], batch["quotation"]))
    rows, places = batch["cue_row"], batch["cue_place"]
    return tags, link_logits(network, query[rows, places], key[rows], places)


def _loss(logits: Tensor, gold: Tensor, opinions: Sequence[Tensor], trust: float) -> Tensor:
    """Return the summed cross-entropy of `logits` [.., classes] against gold and opinions, where gold is not -100."""
    known = gold >= 0
    logs = logits[known].log_softmax(-1)
    target = functional.one_hot(gold[known], logits.shape[-1]).float()
    if opinions:
        believed = torch.stack([opinion[known].softmax(-1) for opinion in opinions]).mean(0)
        target = torch.lerp(target, believed, trust)
    return -(target * logs).sum()


def link_logits(network: TaggerNetwork, query: Tensor, key: Tensor, place: Tensor) -> Tensor:
    """Return [cues, pieces, 3] logits of none, source and content, for cues at `place` with their own keys."""
    cues, length = key.shape[:2]
    scores = torch.einsum(
        "crd,ctrd->ctr",
        query.reshape(cues, LINK_ROLES, LINK_WIDTH),
        key.reshape(cues, length, LINK_ROLES, LINK_WIDTH),
    )
    near = network.distance.T[buckets(torch.arange(length)[None, :] - place[:, None])]
    return torch.cat([torch.zeros_like(scores[..., :1]), scores + near], dim=-1)


def buckets(offset: Tensor) -> Tensor:
    """Return the bucket of each signed distance in pieces; `decode.buckets` is its twin in numpy."""
    half = (DISTANCES - 1) // 2
    size = torch.clamp((2 * torch.log2(offset.abs().float() + 1)).long(), max=half)
    return half + torch.sign(offset) * size
