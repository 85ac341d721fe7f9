"""Makes of a checkpoint what ships: the network in ONNX with weights of eight bits, its vocabulary and its settings.

    python training/reading/export.py CHECKPOINT [--to resources/models/reading] [--version 1]

Weights are quantised per channel, which costs next to nothing; --exact keeps them whole, to see what it costs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import onnx
import torch
from model import Network, encoder_folder, loaded
from onnxruntime.quantization import QuantType, quantize_dynamic

from reader.analysis.labels import HEADS

ROOT = Path(__file__).resolve().parents[2]
OPSET = 17


class Unmasked(torch.nn.Module):
    """The network as the application runs it: one window at a time, nothing padded."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: torch.Tensor, forms: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return self.network(pieces, forms, None)


def export(checkpoint: Path, to: Path, version: str, exact: bool) -> None:
    """Writes model.onnx, tokenizer.json and settings.json into `to`; what settings.json says beside the version stays."""
    network = Unmasked(loaded(checkpoint)).eval()
    row = torch.ones((1, 16), dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "forms", *HEADS)}
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (row, row),
            str(whole),
            input_names=["pieces", "forms"],
            output_names=list(HEADS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        if exact:
            shutil.copyfile(whole, to / "model.onnx")
        else:
            heads = [
                node.name for node in onnx.load(whole).graph.node if "/heads" in node.name and node.op_type == "MatMul"
            ]
            quantize_dynamic(
                whole, to / "model.onnx", per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads
            )
    shutil.copyfile(encoder_folder() / "tokenizer.json", to / "tokenizer.json")
    settings = to / "settings.json"
    kept = json.loads(settings.read_text("utf-8")) if settings.exists() else {}
    settings.write_text(json.dumps({**kept, "version": version}, indent=2) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "models" / "reading")
    parser.add_argument("--version", default="1")
    parser.add_argument("--exact", action="store_true", help="keep the weights whole")
    options = parser.parse_args()
    export(options.checkpoint, options.to, options.version, options.exact)


if __name__ == "__main__":
    main()
