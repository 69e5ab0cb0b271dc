"""A linear-chain conditional random field over the tags of each role, in logarithmic depth."""

import torch
from torch import Tensor, nn

from graph_build.annotate.trained.tags import ROLES, Tag, may_follow

_NEVER = -1e4


class TagChain(nn.Module):
    """Learned scores of one tag after another, for each role; illegal pairs are out of question."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(ROLES), len(Tag), len(Tag)))
        legal = torch.tensor([[may_follow(a, b) for b in Tag] for a in Tag])
        self.register_buffer("barrier", torch.where(legal, 0.0, _NEVER), persistent=False)

    def scores(self) -> Tensor:
        """Roles x tag before x tag after."""
        return self.steps + self.barrier

    def loss(self, emissions: Tensor, tags: Tensor, real: Tensor) -> Tensor:
        """Summed negative log-likelihood.

        Emissions are batch x roles x pieces x tags, `real` (no padding) is batch x pieces.
        """
        steps = self.scores()
        flat = real[:, None].expand(tags.shape)
        chosen = emissions.gather(-1, tags[..., None]).squeeze(-1)
        roles = torch.arange(len(ROLES))[None, :, None]
        moves = steps[roles, tags[..., :-1], tags[..., 1:]]
        gold = (chosen * flat).sum() + (moves * flat[..., 1:]).sum()
        return self._log_total(emissions, steps, flat) - gold

    def _log_total(self, emissions: Tensor, steps: Tensor, real: Tensor) -> Tensor:
        """The summed log of the summed score of all tag sequences."""
        tags = emissions.shape[-1]
        moves = steps[None, :, None] + emissions[:, :, 1:, None, :]
        nothing = torch.full((tags, tags), _NEVER).fill_diagonal_(0.0)
        chain = torch.where(real[:, :, 1:, None, None], moves, nothing).flatten(0, 1)
        while chain.shape[1] > 1:
            if chain.shape[1] % 2:
                last = nothing.expand(chain.shape[0], 1, tags, tags)
                chain = torch.cat([chain, last], dim=1)
            pairs = chain[:, ::2, :, :, None] + chain[:, 1::2, None, :, :]
            chain = pairs.logsumexp(dim=-2)
        first = emissions[:, :, 0].flatten(0, 1)
        return (first[:, :, None] + chain[:, 0]).flatten(1).logsumexp(dim=-1).sum()
