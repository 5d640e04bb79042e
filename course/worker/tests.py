"""The exercise's test files inside a worker: compiled before the learner's code runs."""

from __future__ import annotations

import ast
import base64
import builtins
import functools
import marshal
import sys
import types
import warnings
from collections.abc import Callable
from functools import cached_property
from typing import Any

import _pytest.assertion.rewrite
import pytest
from _pytest.assertion.rewrite import rewrite_asserts

from .failure import TestTree
from .learner_names import imported_modules, imported_names, imports
from .operands import Check, mark_operands, with_checks
from .parsing import parsed
from .protocol import CompiledCode
from .value_text import Namespace


class CompiledTest:
    """One test file. `said` is what an earlier `compile`, in a trusted run, reported of it."""

    def __init__(
        self,
        path: str,
        source: str,
        module: str,
        compiled: CompiledCode | None,
        check: Callable[[str], Check],
    ) -> None:
        self._check = functools.cache(check)
        self._path = path
        self._module = module
        self._source = source.encode("utf-8")
        self.imported: list[tuple[str, str]] = []
        self.imports_at_top = False
        self.modules: list[str] = []
        self._code: types.CodeType | None = None
        if compiled is not None:
            self._take(compiled)

    @property
    def is_compiled(self) -> bool:
        """Whether there is code to run."""
        return self._code is not None

    @property
    def code(self) -> types.CodeType:
        """The file's code, with its asserts rewritten as pytest does."""
        assert self._code is not None  # noqa: S101 - compiled first
        return self._code

    @cached_property
    def syntax(self) -> TestTree:
        """The syntax tree, for evidence; made when a test fails."""
        return TestTree(parsed(self._source, self._path), self._module)

    def compile(self, config: pytest.Config) -> CompiledCode:
        """Compile the file; returns what a later job needs to skip this."""
        tree = ast.parse(self._source, self._path)
        imported = imported_names(tree, self._module)
        at_top = any(imports(statement, self._module) for statement in tree.body)
        modules = imported_modules(tree, self._module)
        rewrite_asserts(tree, self._source, self._path, config)
        mark_operands(tree)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a mark, which is text, is called
            code = compile(tree, self._path, "exec", dont_inherit=True)
        # Its place differs from slot to slot; a relative name is replaced when it is loaded.
        message: CompiledCode = {
            "code": base64.b64encode(marshal.dumps(code)).decode("ascii"),
            "imported": imported,
            "imports_at_top": at_top,
            "modules": modules,
        }
        self._take(message)
        return message

    def _take(self, message: CompiledCode) -> None:
        self.imported = [(alias, name) for alias, name in message["imported"]]
        self.imports_at_top = message["imports_at_top"]
        self.modules = message["modules"]
        # Compiled by this same Python in a worker that had run none of the learner's code.
        code = marshal.loads(base64.b64decode(message["code"]))  # noqa: S302
        self._code = with_checks(code, self._path, self._check)


def compile_canary() -> types.CodeType:
    """The code of a test that fails, if asserts work as they should."""
    source = b"def canary():\n    assert key == other\n"
    tree = ast.parse(source)
    rewrite_asserts(tree, source)
    code = compile(tree, "<canary>", "exec", dont_inherit=True)
    return next(constant for constant in code.co_consts if isinstance(constant, types.CodeType))


def canary_globals(nonce: str) -> Namespace:
    """The names a canary's rewritten assert uses."""
    return {
        "key": nonce,
        "other": nonce[::-1] + nonce,
        "__builtins__": builtins,
        "@py_builtins": builtins,
        "@pytest_ar": sys.modules[_pytest.assertion.rewrite.__name__],
    }


def missing_name(name: str, module: str) -> type:
    """Stands in for a name the learner's file lacks, so that only tests that use it fail.

    It is an exception class, so that `pytest.raises(TheMissingError)` still means something.
    """

    def refuse(*_arguments: object, **_named: object) -> Any:
        raise ImportError(f"cannot import name {name!r} from {module!r}")

    def attribute(_cls: type, wanted: str) -> Any:
        if wanted.startswith("__") or wanted.startswith("pytest"):
            raise AttributeError(wanted)
        return refuse()

    names = ["__call__", "__getitem__", "__iter__", "__len__", "__contains__", "__add__", "__lt__"]
    refusing: Namespace = dict.fromkeys(names, refuse)
    meta = type("Missing", (type,), {**refusing, "__getattr__": attribute})
    stand_in: type = meta.__new__(meta, name, (Exception,), {"__module__": module})
    return stand_in
