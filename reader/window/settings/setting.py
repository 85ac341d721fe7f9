"""What one setting is: its key in the file, its standard value, its name and the sentence that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """`key` is "section.name", as in the file. `name` and `sentence` are English literals, translated where shown.

    The type is that of `default`. `choices` gives each allowed value with its name; `bounds` the least and the largest
    number. One without a name is set somewhere else in the window, and stands in the file alone.
    """

    key: str
    default: T
    name: str
    sentence: str
    choices: tuple[tuple[T, str], ...] = ()
    bounds: tuple[float, float] | None = None

    @property
    def section(self) -> str:
        return self.key.partition(".")[0]

    def sound(self, value: object) -> T | None:
        """`value`, as read from a file, as a value of this setting; None where it is none."""
        made = self._of_type(value)
        if made is None or (self.choices and made not in [choice for choice, _ in self.choices]):
            return None
        if self.bounds is not None:
            made = max(self.bounds[0], min(self.bounds[1], made))
            made = int(made) if isinstance(self.default, int) else made
        return cast("T", made)

    def _of_type(self, value: object) -> Any:
        kind = self.default
        if isinstance(kind, StrEnum):
            return type(kind)(value) if isinstance(value, str) and value in list(type(kind)) else None
        if isinstance(kind, bool) or isinstance(value, bool):
            return value if isinstance(kind, bool) and isinstance(value, bool) else None
        if isinstance(kind, float) and isinstance(value, int):
            return float(value)
        if isinstance(kind, tuple):
            return tuple(value) if isinstance(value, list | tuple) and _all_text(value) else None
        if isinstance(kind, Mapping):
            return _lists_of_text(value) if isinstance(value, Mapping) else None
        return value if isinstance(value, type(kind)) else None


def _all_text(values: list[object] | tuple[object, ...]) -> bool:
    return all(isinstance(value, str) for value in values)


def _lists_of_text(value: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(keys) for name, keys in value.items() if isinstance(keys, list | tuple) and _all_text(keys)}
