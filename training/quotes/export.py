"""Makes of a checkpoint what ships: the network in ONNX with weights of eight bits, its vocabulary and its settings.

    python training/quotes/export.py CHECKPOINT [--to resources/models/quotes] [--version 1]

Weights are quantised per channel, which costs next to nothing; --exact keeps them whole, to see what it costs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import torch
from model import encoder_folder, loaded
from onnxruntime.quantization import QuantType, quantize_dynamic

INPUTS = ("pieces", "forms", "mask")
OPSET = 17


def export(checkpoint: Path, to: Path, version: str, exact: bool) -> None:
    """Writes model.onnx, tokenizer.json and settings.json into `to`."""
    network = loaded(checkpoint)
    row = torch.ones((1, 16), dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, "logits")}
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (row, row, row),
            str(whole),
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        if exact:
            shutil.copyfile(whole, to / "model.onnx")
        else:
            quantize_dynamic(whole, to / "model.onnx", per_channel=True, weight_type=QuantType.QInt8)
    shutil.copyfile(encoder_folder() / "tokenizer.json", to / "tokenizer.json")
    (to / "settings.json").write_text(json.dumps({"version": version}, indent=2) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "models" / "quotes")
    parser.add_argument("--version", default="1")
    parser.add_argument("--exact", action="store_true", help="keep the weights whole")
    options = parser.parse_args()
    export(options.checkpoint, options.to, options.version, options.exact)


if __name__ == "__main__":
    main()
