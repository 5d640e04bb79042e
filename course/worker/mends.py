"""The search for a mend: small edits of the program, tried until tests that failed are right.

All in one process, as only one in hundreds is of any use: the parent proves what is found here once
more, by a check like any other. Lines that failing tests run, and others do not, come first.
"""

from __future__ import annotations

import ast
import contextlib
import os
import sys
import threading
import time
import types
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from .channel import Channel, Output
from .django_reset import DjangoReset
from .edited_module import EditedModule
from .edits.aligned import aligned_edits
from .edits.edit import COARSE, Edit
from .edits.expressions import IN_ORDER
from .edits.pairs import first_ones, in_turns
from .edits.purposes import telling_more
from .edits.towards import edits_towards
from .edits.walk import edits_of, short_strings
from .lines_run import tracer_of
from .memory import InMemory
from .protocol import Job, Mended, Searched, Walked
from .quick_tests import QuickRun, QuickTest, quick_tests
from .reporter import CannotImport, CheckedModule, Reporter
from .tests import missing_name
from .watch import Unfinished, Watchdog

_EACH = 0.03
"""Seconds for one program, or five times as long as the unchanged one takes."""
_MOST_EACH = 0.4
_ENOUGH = 6
_TRIED_AFTER = 30
"""After the first edit that mends all, so many more: another place may be the likelier one."""
_FAILURES = 4
"""So many failing tests that still fail refute an edit."""
_SLOW, _FAILURES_OF_SLOW = 0.005, 2
"""Where a test takes so many seconds, fewer have to do: only dozens of edits can be tried."""
_WATCHING = 0.3
"""The share of the time after which no more tests that pass are watched: the proof runs them."""
_WAITS = 3
"""Times as long, by the clock on the wall, where others hold the cores: later beats in vain."""


class Mends:
    """Searches for the mends of one program; it takes the reporter's place among the plugins."""

    def __init__(
        self,
        job: Job,
        work: str,
        temporary: str,
        channel: Channel,
        output: Output,
        reporter: Reporter,
        watchdog: Watchdog,
    ) -> None:
        self._job = job
        self._name = job["module"]
        self._package = EditedModule.of(job, work)
        alone = os.path.join(work, f"{self._name}.py")
        self._path = self._package.path if self._package else alone
        self._temporary = temporary
        self._channel = channel
        self._output = output
        self._reporter = reporter
        self._watchdog = watchdog
        self._wrong: list[QuickTest] = []
        self._right: list[QuickTest] = []
        self._lines: dict[str, set[int]] = {}
        self._entered: dict[str, set[str]] = {}
        self._took: dict[str, float] = {}
        self._each = _MOST_EACH  # until it is known what the unchanged program takes
        self._refuting = _FAILURES
        self._until = self._latest = 0.0
        self._tried = self._coarse = 0  # `_coarse`: the line of a mend of a whole statement
        self._order: list[QuickTest] = []
        self._django = DjangoReset()
        self._together = self._django.is_there  # a program with models takes long to begin
        self._words: tuple[str, ...] = ()
        self._right_one: ast.Module | None = None
        self._imported_late = InMemory(self._name)

    def run(self, session: pytest.Session) -> None:
        """Search for as long as there is time, and tell of every edit that holds."""
        seconds = float(self._job["each"])
        self._until = self._watchdog.clock() + seconds
        self._latest = time.monotonic() + _WAITS * seconds
        tree = ast.parse(self._job["source"])
        if not self._collect(session):
            return
        sys.meta_path.insert(0, self._imported_late)
        self._watch_unchanged(compile(tree, self._path, "exec", dont_inherit=True))
        if not self._wrong:
            return
        self._words = tuple(short_strings([self._job["source"], *self._job["tests"].values()]))
        reference = self._job.get("reference")
        self._right_one = ast.parse(reference) if reference else None
        edits = self._ordered(self._towards(tree))
        partial: list[Edit] | None = []
        tried = not self._job.get("first")
        if tried:  # those of a kind that is asked for come first
            partial = self._singles(tree, edits)
            self._smaller_ones(tree)
        if partial is not None:
            edits = self._all(tree)
            further = [it for it in edits if not (tried and it.towards)]
            more = self._singles(tree, further)
            partial = [*partial, *more] if more is not None else None
        if partial is not None:
            self._pairs(tree, first_ones(partial, edits))
        self._channel.send(Searched(self._tried, len(edits)))

    def _all(self, tree: ast.Module) -> list[Edit]:
        edits = [*self._towards(tree), *edits_of(tree, self._words)]
        if self._right_one is not None:
            edits += edits_towards(tree, self._right_one)
            if "sorted" not in ast.unparse(self._right_one):
                edits = [edit for edit in edits if edit.now != IN_ORDER]
        return self._ordered(edits)

    def _towards(self, tree: ast.Module) -> list[Edit]:
        return aligned_edits(tree, self._right_one) if self._right_one is not None else []

    def _collect(self, session: pytest.Session) -> bool:
        """Find the quick tests among those that passed and failed."""
        session.config.pluginmanager.unregister(self._reporter)
        session.config.pluginmanager.register(self)
        try:
            self._reporter.import_learner()
            self._order = quick_tests(session.perform_collect())
        except (CannotImport, pytest.UsageError):
            return False
        wrong, right = self._job["wrong"], self._job["right"]
        self._order = [test for test in self._order if test.id in wrong or test.id in right]
        self._wrong = [test for test in self._order if test.id in wrong]
        self._right = [test for test in self._order if test.id in right]
        return bool(self._wrong)

    def pytest_pycollect_makemodule(
        self, module_path: Any, parent: pytest.Collector
    ) -> pytest.Module:
        """Tests are executed from what the reporter compiled."""
        node = CheckedModule.from_parent(parent, path=module_path)
        node.reporter = self._reporter
        return node

    # ------------------------------------------------------------ the unchanged program

    def _watch_unchanged(self, code: types.CodeType) -> None:
        """Which lines and functions each test runs, and whether it is by itself what it was.

        Where a test fails only after others, what they leave behind counts: then every program is
        tried with all of them, in their order. Tests that end in neither way are left out.
        """
        began = self._watchdog.clock()
        passed: dict[str, bool] = {}
        if not self._together:
            passed = self._each_watched(code)
            self._together = any(passed.get(test.id) for test in self._wrong)
        if self._together:
            run = self._with(code)
            passed = {test.id: self._watched(code, run, test) for test in self._order}
        took = (self._watchdog.clock() - began) / max(1, len(passed))
        self._each = min(max(_EACH, 5 * took), _MOST_EACH)
        self._refuting = _FAILURES if took < _SLOW else _FAILURES_OF_SLOW
        self._right = [test for test in self._right if passed.get(test.id)]
        self._wrong = [test for test in self._wrong if not passed.get(test.id, True)]
        self._order = [test for test in self._order if test in self._wrong or test in self._right]
        for test in self._wrong:
            self._channel.send(Walked(test.id, tuple(sorted(self._lines[test.id]))))
        longest = max((self._took[test.id] for test in self._right), default=0.0)
        for test in self._order:  # one that fails may have much to do when it is right
            took = 2 * longest if test in self._wrong else 5 * self._took[test.id]
            self._took[test.id] = min(max(self._each, took), _MOST_EACH)

    def _each_watched(self, code: types.CodeType) -> dict[str, bool]:
        """Whether each test passes by itself: those that failed first, then what time allows."""
        late = self._watchdog.clock() + _WATCHING * float(self._job["each"])
        passed: dict[str, bool] = {}
        for number, test in enumerate([*self._wrong, *self._right]):
            if number >= _FAILURES and self._watchdog.clock() > late:
                break
            passed[test.id] = self._watched(code, None, test)
        return passed

    def _watched(self, code: types.CodeType, run: QuickRun | None, test: QuickTest) -> bool:
        """Whether a test passes, with a note of what it runs; with `run` after others."""
        lines, entered = (
            self._lines.setdefault(test.id, set()),
            self._entered.setdefault(test.id, set()),
        )
        before, began = sys.gettrace(), self._watchdog.clock()
        try:
            with self._watchdog.interrupting(_MOST_EACH):
                run = run or self._with(code)
                tracer = tracer_of(self._path, lines, entered)
                threading.settrace(tracer)  # where the views of FastAPI run
                sys.settrace(tracer)
                return run is not None and run.passes(test)
        except Unfinished:
            return False
        finally:
            sys.settrace(before)
            threading.settrace(None)
            self._took[test.id] = self._watchdog.clock() - began

    def _ordered(self, edits: list[Edit]) -> list[Edit]:
        """The likely ones first, by their kind and by how suspicious their line is."""
        entered = set().union(*(self._entered[test.id] for test in self._wrong))
        failing = len(self._wrong)
        suspicion: dict[int, float] = {}
        for line in set().union(*(self._lines[test.id] for test in self._wrong)):
            bad = sum(line in self._lines[test.id] for test in self._wrong)
            good = sum(line in self._lines[test.id] for test in self._right)
            suspicion[line] = bad / (failing * (bad + good)) ** 0.5
        first = set(self._job.get("first", ()))

        def key(edit: Edit) -> float:
            wanted = 2.0 if edit.kind in first else 0.0
            far = 0.3 if edit.towards else 1.2
            return edit.cost - wanted + far * (1 - suspicion.get(edit.line, 0.0))

        kept = [edit for edit in edits if not edit.function or edit.function in entered]
        return sorted(kept, key=key)

    # ------------------------------------------------------------ trying

    def _singles(self, tree: ast.Module, edits: list[Edit]) -> list[Edit] | None:
        """Try each; those that mend some tests only. None where others mend all."""
        partial: list[Edit] = []
        whole, last = 0, len(edits)
        compared = max((at + 1 for at, edit in enumerate(edits) if edit.towards), default=0)
        for number, edit in enumerate(edits):
            if number >= last or self._is_late():
                break
            mend = self._found(tree, edit)
            if mend is None:
                continue
            self._channel.send(mend)
            if mend.whole:
                self._coarse = mend.line if mend.kind in COARSE else 0
                whole += 1
                more = compared - number if mend.towards else _TRIED_AFTER
                last = min(last, number + more) if whole < _ENOUGH else 0
            else:
                partial.append(edit)
        return None if whole else partial

    def _smaller_ones(self, tree: ast.Module) -> None:
        """Where a whole statement has to be another one: is there a small change that says why."""
        edits = telling_more(edits_of(tree, self._words), self._coarse)
        for edit in self._ordered(edits)[:_TRIED_AFTER]:
            mend = None if self._is_late() else self._found(tree, edit)
            if mend is not None and mend.whole:
                self._channel.send(mend)
                break

    def _pairs(self, tree: ast.Module, firsts: list[Edit]) -> None:
        """Try a second edit after each of the first ones."""

        def others() -> list[Edit]:
            return self._ordered([*edits_of(tree, self._words), *self._towards(tree)])

        turns = in_turns(firsts, others)
        for one, other in turns:
            mend = None if self._is_late() else self._found(tree, other)
            if mend is not None and mend.whole:
                turns.close()  # neither of the two is made after that
                turned = self._alone(tree, other) > self._alone(tree, one)
                self._channel.send(replace(mend, second=one.line) if turned else _after(one, mend))
            if self._is_late() or (mend is not None and mend.whole):
                return

    def _alone(self, tree: ast.Module, edit: Edit) -> int:
        """How many wrong tests an edit makes right by itself, whatever it breaks."""
        with contextlib.suppress(SyntaxError, ValueError, TypeError, Unfinished), edit.made():
            code = compile(tree, self._path, "exec", dont_inherit=True)
            return sum(self._passes(self._with(code), test) for test in self._wrong)
        return 0

    def _is_late(self) -> bool:
        return self._watchdog.clock() > self._until or time.monotonic() > self._latest

    def _found(self, tree: ast.Module, edit: Edit) -> Mended | None:
        """What there is to say of an edit that breaks nothing and mends something."""
        self._tried += 1
        with edit.made():
            right = self._mended(tree, edit)
            if not right:
                return None
            concerned = {test.id for test in self._wrong if self._concerns(test, edit)}
            source = ast.unparse(ast.fix_missing_locations(tree))
        return Mended(
            edit.kind,
            edit.line,
            edit.function,
            edit.was,
            edit.now,
            edit.cost,
            tuple(right),
            concerned <= set(right),
            source,
            sum(self._concerns(test, edit) for test in self._order),
            also=edit.also,
            towards=edit.towards,
        )

    def _concerns(self, test: QuickTest, edit: Edit) -> bool:
        return not edit.function or edit.function in self._entered[test.id]

    def _mended(self, tree: ast.Module, edit: Edit) -> list[str]:
        """The wrong tests that are right now; none where one that was right is wrong."""
        try:
            code = compile(tree, self._path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, TypeError, RecursionError):
            return []
        try:
            return self._all_together(code) if self._together else self._one_by_one(code, edit)
        except Unfinished:
            return []
        finally:
            self._output.forget()

    def _one_by_one(self, code: types.CodeType, edit: Edit) -> list[str]:
        right: list[str] = []
        for number, test in enumerate(self._concerned(edit)):
            if number == self._refuting and not right:
                return []
            if self._passes(self._with(code), test):
                right.append(test.id)
        if right and all(self._passes(self._with(code), test) for test in self._right):
            return right
        return []

    def _all_together(self, code: types.CodeType) -> list[str]:
        right: list[str] = []
        good = {test.id for test in self._right}
        run = self._with(code)
        for test in self._order:
            if self._passes(run, test):
                right += [] if test.id in good else [test.id]
            elif test.id in good:
                return []
        return right

    def _concerned(self, edit: Edit) -> Iterator[QuickTest]:
        return (test for test in self._wrong if self._concerns(test, edit))

    def _passes(self, run: QuickRun | None, test: QuickTest) -> bool:
        """Whether a test passes; one that takes too long decides for all of them."""
        try:
            with self._watchdog.interrupting(self._took[test.id]):
                return run is not None and run.passes(test)
        except Unfinished:
            raise
        except BaseException:  # too much output: it does not pass
            return False

    def _with(self, code: types.CodeType) -> QuickRun | None:
        """The tests with the program as the learner's module; None where it cannot be imported."""
        with contextlib.suppress(Exception):  # settings that Django cannot use
            self._django.put_back()
        put = self._package.put if self._package else self._imported_late.hold
        put(code)
        if self._package or not self._reporter.imports_at_top:  # the tests import it
            sys.modules.pop(self._name, None)
            return QuickRun(self._reporter, self._temporary)
        module = types.ModuleType(self._name)
        module.__file__ = self._path
        sys.modules[self._name] = module
        try:
            with self._watchdog.interrupting(self._each):
                exec(code, module.__dict__)  # noqa: S102 - the learner's program, in its sandbox
        except BaseException:  # `Unfinished`, `SystemExit`: it cannot be imported
            return None
        for _, name in self._reporter.imported:
            if not hasattr(module, name):
                setattr(module, name, missing_name(name, self._name))
        return QuickRun(self._reporter, self._temporary)


def _after(one: Edit, mend: Mended) -> Mended:
    """The second edit of two, with the line of the first; the first one leads."""
    names = ("kind", "line", "function", "was", "now", "also")
    leads: dict[str, Any] = {name: getattr(one, name) for name in names}
    towards = one.towards and mend.towards
    return replace(mend, **leads, cost=one.cost + mend.cost, second=mend.line, towards=towards)
