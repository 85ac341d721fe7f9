"""What a person can do, said once: `@command` beside the function that does it.

Menus, context menus, keys, tool tips, the palette, the sheet of keys, the page for rebinding, the keyboard map of the
documentation and the tests are all made from these lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

_COMMANDS = "_commands"
F = TypeVar("F", bound=Callable[..., None])


@dataclass(frozen=True)
class Context:
    """What a command needs. `there` is asked of the object that the command acts on.

    `when` continues "works when …"; `missing` is the sentence said to a reader who asks for the command without it.
    """

    when: str
    missing: str
    there: Callable[[Any], bool]


ANYWHERE = Context("", "", lambda _do: True)


@dataclass(frozen=True)
class Command:
    """One thing that a person can do.

    `id` stays the same for ever: the reader's own keys name it. `menu` is a path ("View/Theme"). `name` and
    `description` are English literals, translated where they are shown. `keys` are Qt's portable form ("Ctrl+K",
    "G, U"); keys that are letters act in lists and in the article alone, never where text is written. `also` names the
    context menus that it is in. `label` gives a name that changes ("Undo delete article"), `checked` the state of one
    that is on or off.
    """

    id: str
    menu: str
    name: str
    description: str
    act: Callable[[Any], None]
    keys: tuple[str, ...] = ()
    needs: Context = ANYWHERE
    also: tuple[str, ...] = ()
    label: Callable[[Any], str] | None = None
    checked: Callable[[Any], bool] | None = None


def command(
    id: str,
    menu: str,
    name: str,
    description: str,
    *keys: str,
    needs: Context = ANYWHERE,
    also: tuple[str, ...] = (),
    label: Callable[[Any], str] | None = None,
    checked: Callable[..., bool] | None = None,
    args: tuple[object, ...] = (),
) -> Callable[[F], F]:
    """Makes the method below it a command; see `Command`. With `args` it is called with these, so that several lines

    over one method are several commands ("Light theme", "Dark theme"). `checked` is given them too.
    """

    def register(function: F) -> F:
        made = Command(
            id=id,
            menu=menu,
            name=name,
            description=description,
            act=lambda do: function(do, *args),
            keys=keys,
            needs=needs,
            also=also,
            label=label,
            checked=None if checked is None else lambda do: checked(do, *args),
        )
        setattr(function, _COMMANDS, (made, *getattr(function, _COMMANDS, ())))  # the lowest line comes first
        return function

    return register


def commands_of(kind: type) -> list[Command]:
    """The commands of a class and its bases, in the order in which they are written."""
    ancestors: Iterable[type] = [*kind.__bases__, kind]
    found: dict[str, Command] = {}
    for ancestor in ancestors:
        inherited = commands_of(ancestor) if ancestor is not kind and ancestor is not object else []
        own = [made for value in vars(ancestor).values() for made in getattr(value, _COMMANDS, ())]
        found.update({made.id: made for made in [*inherited, *own]})
    return list(found.values())
