"""What is made of an article once for all rules, remembered by identity: to hash an article costs a reading of it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

Value = TypeVar("Value")
Made = TypeVar("Made")

_KEPT = 16  # articles that are judged at the same time, and a few more


class _Itself(Generic[Value]):
    """A key that equals no other value, not even one like it."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.value is self.value


def once(make: Callable[[Value], Made]) -> Callable[[Value], Made]:
    """Decorate a function of one frozen value so that it works once on each."""

    @lru_cache(maxsize=_KEPT)
    def remembered(key: _Itself[Value]) -> Made:
        return make(key.value)  # the key holds the value, so that its id is not given to another meanwhile

    @wraps(make)
    def made(value: Value) -> Made:
        return remembered(_Itself(value))

    return made
