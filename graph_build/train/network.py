"""The network: an encoder that also sees case, marks and lines; tags of each role; links."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from graph_build.annotate.trained.encoding import FEATURE_SIZES
from graph_build.annotate.trained.geometry import GAP_ROWS, LINE_ROWS
from graph_build.annotate.trained.tags import ROLES, Tag
from graph_build.train.batches import Batch, LinkBatch
from graph_build.train.crf import TagChain
from graph_build.train.examples import NO_TARGET

Module = Any
LINK_KINDS = ("content_cue", "content_source", "cue_source", "content_before")


class Link(nn.Module):
    """Scores one kind of pair of spans: product of their vectors, gap, lines; and "none"."""

    def __init__(self, hidden: int, size: int) -> None:
        super().__init__()
        self.item = nn.Linear(hidden, size)
        self.other = nn.Linear(hidden, size)
        self.none = nn.Linear(hidden, 1)
        self.gap = nn.Parameter(torch.zeros(GAP_ROWS))
        self.line = nn.Parameter(torch.zeros(LINE_ROWS))

    def forward(self, sums: Tensor, batch: LinkBatch) -> tuple[Tensor, Tensor]:
        """Scores of all pairs, and of "none" for each item."""
        items = _means(sums, torch.from_numpy(batch.items))
        others = _means(sums, torch.from_numpy(batch.candidates))
        scores = self.item(items) @ self.other(others).transpose(1, 2)
        rows = torch.from_numpy(batch.rows)
        scores = scores / self.item.out_features**0.5
        scores = scores + self.gap[rows[..., 0]] + self.line[rows[..., 1]]
        scores = scores.masked_fill(~torch.from_numpy(batch.known)[:, None], -1e4)
        return scores, self.none(items).squeeze(-1)


class Network(nn.Module):
    """Encoder with feature embeddings, a tag chain, and the links."""

    def __init__(self, encoder: Module, link_size: int) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(n, hidden) for n in FEATURE_SIZES)
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.tags = nn.Linear(hidden, len(ROLES) * len(Tag))
        self.chain = TagChain()
        self.links = nn.ModuleDict({kind: Link(hidden, link_size) for kind in LINK_KINDS})

    def encode(self, ids: Tensor, features: Tensor, attend: Tensor) -> Tensor:
        """The last hidden states, end marks included."""
        words = self.encoder.get_input_embeddings()(ids)
        for i, table in enumerate(self.features):
            words = words + table(features[..., i])
        states: Tensor = self.encoder(inputs_embeds=words, attention_mask=attend).last_hidden_state
        return states

    def emissions(self, states: Tensor) -> Tensor:
        """Batch x roles x pieces x tags."""
        shape = (*states.shape[:2], len(ROLES), len(Tag))
        scores: Tensor = self.tags(states).view(shape).transpose(1, 2)
        return scores

    def forward(self, batch: Batch) -> tuple[Tensor, dict[str, Tensor]]:
        """States of the pieces (without end marks), and the losses by name."""
        ids, features = torch.from_numpy(batch.ids), torch.from_numpy(batch.features)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encode(ids, features, torch.from_numpy(batch.attend))
        states = states[:, 1:-1].float()
        real = torch.from_numpy(batch.real)
        tags = torch.from_numpy(batch.tags)
        losses = {"tags": self.chain.loss(self.emissions(states), tags, real) / real.sum()}
        sums = functional.pad(states.cumsum(1), (0, 0, 1, 0))
        for kind in LINK_KINDS:
            losses[kind] = _link_loss(kind, self.links[kind](sums, batch.links[kind]), batch)
        return states, losses


def _means(sums: Tensor, spans: Tensor) -> Tensor:
    """The mean states of spans, from running sums that begin with 0."""
    index = spans[..., None].expand(*spans.shape, sums.shape[-1])
    after, before = sums.gather(1, index[:, :, 1]), sums.gather(1, index[:, :, 0])
    length = (spans[..., 1] - spans[..., 0]).clamp(min=1)
    return (after - before) / length[..., None]


def _link_loss(kind: str, scores: tuple[Tensor, Tensor], batch: Batch) -> Tensor:
    pairs, none = scores
    targets = torch.from_numpy(batch.links[kind].targets)
    if kind == "content_before":
        return _before_loss(pairs, targets)
    if kind == "content_cue":
        none = torch.full_like(none, -1e4)
    table = torch.cat([pairs, none[..., None]], dim=-1)
    if not bool((targets != NO_TARGET).any()):
        return table.sum() * 0.0
    return functional.cross_entropy(table.flatten(0, 1), targets.flatten(), ignore_index=NO_TARGET)


def _before_loss(pairs: Tensor, targets: Tensor) -> Tensor:
    """Whether each content piece goes on with the attribution of the piece before it."""
    if pairs.shape[1] < 2:
        return pairs.sum() * 0.0
    scores = pairs.diagonal(offset=-1, dim1=1, dim2=2)
    known = targets[:, 1:] != NO_TARGET
    if not bool(known.any()):
        return pairs.sum() * 0.0
    wanted = targets[:, 1:][known].float()
    return functional.binary_cross_entropy_with_logits(scores[known], wanted)


def load_network(base: Path, *, dropout: float, link_size: int, attention: str = "sdpa") -> Network:
    """A network over the encoder in folder `base`; its word embeddings stay as they are."""
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(
        base,
        add_pooling_layer=False,
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=dropout,
        attn_implementation=attention,
    )
    encoder.get_input_embeddings().weight.requires_grad_(False)
    return Network(encoder, link_size)
