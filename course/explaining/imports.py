"""Names of the standard library that learners use, and the module each comes from."""

from __future__ import annotations

import difflib
import sys

_NAMES: dict[str, str] = {
    "abc": "ABC ABCMeta abstractmethod",
    "asyncio": "gather sleep TaskGroup create_task",
    "collections": "Counter OrderedDict defaultdict deque namedtuple ChainMap",
    "collections.abc": "Callable Iterable Iterator Mapping Sequence Generator Awaitable",
    "contextlib": "contextmanager asynccontextmanager suppress closing ExitStack redirect_stdout",
    "copy": "deepcopy",
    "dataclasses": "dataclass field asdict astuple replace",
    "datetime": "date datetime timedelta timezone",
    "decimal": "Decimal ROUND_HALF_UP",
    "enum": "Enum IntEnum StrEnum Flag auto",
    "fractions": "Fraction",
    "functools": "wraps partial reduce lru_cache cache cached_property total_ordering "
    "singledispatch",
    "itertools": "chain combinations permutations product groupby islice accumulate count cycle "
    "repeat takewhile dropwhile zip_longest pairwise starmap tee",
    "math": "sqrt ceil floor pi sin cos tan log log10 log2 gcd lcm factorial isclose hypot inf nan "
    "trunc prod comb perm fsum radians degrees",
    "operator": "itemgetter attrgetter methodcaller",
    "os": "getcwd listdir environ getenv makedirs",
    "pathlib": "Path PurePath",
    "random": "randint choice shuffle uniform randrange choices",
    "re": "findall finditer fullmatch",
    "statistics": "mean median stdev mode",
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits punctuation",
    "textwrap": "dedent",
    "threading": "Thread Lock",
    "time": "perf_counter monotonic",
    "tkinter": "Tk Frame Label Button",
    "types": "SimpleNamespace",
    "typing": "Any Optional Union List Dict Tuple Protocol TypeVar Literal NamedTuple Self "
    "TypedDict ClassVar Final",
    "zoneinfo": "ZoneInfo",
    "flask": "Flask request jsonify abort render_template redirect url_for session",
    "fastapi": "FastAPI HTTPException Depends Query",
    "pydantic": "BaseModel",
}
WHERE: dict[str, str] = {name: module for module, names in _NAMES.items() for name in names.split()}
"""The module that a name is usually imported from."""
SHORT = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "sns": "seaborn"}
"""The names under which modules are usually imported, with `as`."""


def names_of_module(module: str) -> set[str]:
    """The names a module of Python's own gives away, as far as they are known; none is imported."""
    names = set(_NAMES.get(module, "").split())
    if module.partition(".")[0] in sys.stdlib_module_names and module in sys.modules:
        names.update(each for each in dir(sys.modules[module]) if not each.startswith("_"))
    return names


def near_module(name: str) -> str | None:
    """The module of Python that a name is meant to be, where it is not one itself."""
    names = sorted(sys.stdlib_module_names)
    if name in names:
        return None
    near = difflib.get_close_matches(name.lower(), names, 1, 0.7)
    return near[0] if near else None


def near_in_module(module: str, name: str) -> str | None:
    """A similar name in a module that is loaded already; nothing is imported for it."""
    names = [each for each in dir(sys.modules.get(module)) if not each.startswith("_")]
    if module not in sys.modules:
        return None
    same = [each for each in names if each.lower() == name.lower()]
    near = same or difflib.get_close_matches(name, names, 1, 0.6)
    return near[0] if near else None
