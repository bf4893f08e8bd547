"""The names that LeetCode gives to a Python solution without an import.

Files from there have none: 2,706 of 3,912 use typing names undeclared, 1,570 library names.
A solution's own definitions and imports win, because these are only in its globals first.
"""

from __future__ import annotations

import ast
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing costs 10 ms inside of wasm
    from typing import Any

# In the order of import: a later name hides an earlier one. There is no `pow` under math, so
# that the builtin one keeps its third argument, and `datetime` stays the module.
NAMES = {
    "string": """ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits
        octdigits printable punctuation whitespace""",
    "re": "compile findall finditer fullmatch match search split",
    "datetime": "date time timedelta timezone tzinfo",
    "collections": "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque "
    "namedtuple",
    "heapq": "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest",
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "copy": "copy deepcopy",
    "math": """acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees
        dist e erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf
        isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan
        nextafter perm pi prod radians remainder sin sinh sqrt tan tanh tau trunc ulp""",
    "random": """betavariate choice choices gauss getrandbits randbytes randint randrange sample
        seed shuffle triangular uniform""",
    "statistics": """mean median median_high median_low mode multimode pstdev pvariance stdev
        variance""",
    "itertools": """accumulate batched chain combinations combinations_with_replacement compress
        count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat
        starmap takewhile tee zip_longest""",
    "functools": """cache cached_property cmp_to_key lru_cache partial partialmethod reduce
        singledispatch singledispatchmethod total_ordering update_wrapper wraps""",
    "operator": """add and_ attrgetter concat contains countOf eq floordiv ge getitem gt iadd
        iconcat imul index indexOf inv invert ior is_ is_not isub itemgetter ixor le lshift lt
        matmul methodcaller mod mul ne neg not_ or_ pos rshift setitem sub truediv truth xor""",
    "io": "BytesIO StringIO TextIOWrapper",
    "sys": "maxsize stdin stdout stderr",
    "json": "dumps loads",
    "sortedcontainers": "SortedDict SortedKeyList SortedList SortedSet",
    "dataclasses": "dataclass field",
    "enum": "Enum IntEnum auto",
    "abc": "ABC abstractmethod",
    "fractions": "Fraction",
    "decimal": "Decimal",
    "threading": "Barrier Condition Event Lock RLock Semaphore Thread Timer",
    "typing": """AbstractSet Any AnyStr AsyncIterator Awaitable ByteString Callable ClassVar
        Collection Container Coroutine DefaultDict Deque Dict Final FrozenSet Generator Generic
        Hashable ItemsView Iterable Iterator KeysView List Literal Mapping MutableMapping
        MutableSequence MutableSet NamedTuple NewType NoReturn Optional Protocol Reversible Self
        Sequence Set Sized Text Tuple Type TypeAlias TypeVar TypedDict Union ValuesView cast
        overload""",
}
# A name is the module where the code reaches into it (`bisect.bisect_left`), else what is
# listed above (`bisect(a, x)`).
MODULES = """array bisect collections copy datetime decimal fractions functools heapq io itertools
    json math operator os queue random re sortedcontainers statistics string sys threading time
    typing""".split()


def needed(tree: ast.AST) -> dict[str, Any]:
    """What a solution's globals start with: of the prelude, the names that its code mentions.

    The rest is not even imported: a module costs up to 10 ms. A module that is not there
    (sortedcontainers) gives no names.
    """
    mentioned: set[str] = set()
    owners: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            mentioned.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owners.add(node.value.id)
    found: dict[str, Any] = {}
    for module, names in NAMES.items():
        if wanted := mentioned.intersection(names.split()):
            found |= _of_module(module, wanted)
    for module in mentioned.intersection(MODULES):
        if (module in owners or module not in found) and (loaded := load(module)) is not None:
            found[module] = loaded
    return found


def _of_module(module: str, wanted: set[str]) -> dict[str, Any]:
    loaded = load(module)
    return {name: getattr(loaded, name) for name in wanted if hasattr(loaded, name)}


def load(module: str) -> Any:
    """A module, None where it cannot be imported (whatever it raises)."""
    try:
        return import_module(module)
    except Exception:
        return None
