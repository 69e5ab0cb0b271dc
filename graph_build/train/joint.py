"""Several trained networks as one module that gives tag scores and link vectors."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from graph_build.train.network import LINK_KINDS, Network


class JointReader(nn.Module):
    """Mean tag scores and all link vectors of some networks, which share word embeddings."""

    def __init__(self, networks: Sequence[Network]) -> None:
        super().__init__()
        self.members = nn.ModuleList(networks)
        self.head_tags = nn.ModuleList(n.tags for n in networks)
        self.head_links = nn.ModuleList(_link_head(n, len(networks)) for n in networks)
        shared = networks[0].encoder.get_input_embeddings()
        for network in networks[1:]:
            own = network.encoder.get_input_embeddings()
            if not torch.equal(own.weight, shared.weight):
                raise ValueError("the networks do not share their word embeddings")
            network.encoder.set_input_embeddings(shared)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores and link vectors of each piece."""
        attend = torch.ones_like(ids)
        states = [m.encode(ids, features, attend) for m in self.members]
        tags = sum(head(s) for head, s in zip(self.head_tags, states, strict=True))
        vectors = [head(s) for head, s in zip(self.head_links, states, strict=True)]
        return tags / len(states), _side_by_side(vectors)


def _side_by_side(vectors: list[Tensor]) -> Tensor:
    """All item vectors of one kind next to each other, and so on; "none" scores added up."""
    kinds = len(LINK_KINDS)
    blocks = [v[..., :-kinds].unflatten(-1, (2 * kinds, -1)) for v in vectors]
    none = torch.stack([v[..., -kinds:] for v in vectors]).sum(0)
    return torch.cat([torch.cat(blocks, dim=-1).flatten(-2), none], dim=-1)


def _link_head(network: Network, members: int) -> nn.Linear:
    """One linear layer for all kinds of links: items, others, and the "none" scores at the end.

    Scaled so that plain products of the vectors, added up over the members, are mean scores.
    """
    weights, biases = [], []
    links = [network.links[kind] for kind in LINK_KINDS]
    for link in links:
        scale = (link.item.out_features**0.5 * members) ** -0.5
        for side in (link.item, link.other):
            weights.append(side.weight * scale)
            biases.append(side.bias * scale)
    weights += [link.none.weight / members for link in links]
    biases += [link.none.bias / members for link in links]
    weight, bias = torch.cat(weights), torch.cat(biases)
    head = nn.Linear(weight.shape[1], weight.shape[0])
    head.weight, head.bias = nn.Parameter(weight.detach()), nn.Parameter(bias.detach())
    return head


def link_layout(networks: Sequence[Any]) -> dict[str, dict[str, Any]]:
    """Where in the vectors each kind of link has its item, its other, and its "none" score."""
    size = networks[0].links[LINK_KINDS[0]].item.out_features * len(networks)
    return {
        kind: {
            "item": 2 * i * size,
            "other": (2 * i + 1) * size,
            "none": 2 * len(LINK_KINDS) * size + i,
            "size": size,
        }
        for i, kind in enumerate(LINK_KINDS)
    }
