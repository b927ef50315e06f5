"""The second reader's network: a six-layer MiniLM encoder over claim and passage, its mean, and a few yes-or-no heads.

The layers and their first weights are those of the tagger's encoder. The lowest are kept as they are: some thousand
pairs are too few to teach a language anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from safetensors.torch import load_file
from torch import Tensor, nn

from provaudit.attribute.train.network import LAYERS, POSITIONS, VOCABULARY, WIDTH, Layer, encoder_weights, mean_weights

KINDS: Final = ("number", "date", "name", "negation", "hedge")
HEADS: Final = 2 + len(KINDS)  # whether the passage holds the claim, whether a fact differs, and of which kind
KEPT: Final = 3  # layers that are not trained


class ReaderNetwork(nn.Module):  # type: ignore[misc]  # torch ships no types that mypy can see here
    """Piece ids, which text a piece is of, and where pieces are; log-odds of each head out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, HEADS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Return the log-odds [pairs, heads] of `ids` and `kinds` [pairs, pieces]; `mask` is 1.0 where a piece is."""
        hidden = (1.0 - mask)[:, None, None, :] * -10000.0
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind(kinds)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, hidden)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(self.drop(mean))

    def load_encoder(self, weights: Path) -> None:
        """Take over the encoder of a BERT checkpoint in safetensors form, and keep its lowest layers."""
        old = load_file(weights)
        new = encoder_weights(old) | {"kind.weight": old["embeddings.token_type_embeddings.weight"]}
        self.load_state_dict(new, strict=False)
        for part in (self.word, self.position, self.kind, self.norm, *self.layers[:KEPT]):
            part.requires_grad_(requires_grad=False)


def averaged(paths: list[Path]) -> ReaderNetwork:
    """Return the network whose weights are the mean of those in `paths`."""
    network = ReaderNetwork(dropout=0.0)
    network.load_state_dict(mean_weights(paths))
    return network
