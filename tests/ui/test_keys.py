"""Every key has a name, a label and words, and none is taken by somebody else."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from course.locations import Locations
from course.ui import keys, screens, tab, widgets
from course.ui.keys import ANSWER, GROUPS, key_ids, key_names


def test_every_key_has_a_name_a_label_and_words() -> None:
    bindings = [binding for group in GROUPS for binding in group]
    lists = [it for name, it in vars(keys).items() if name.isupper() and isinstance(it, list)]
    assert len(GROUPS) == len(lists)
    assert len(set(key_ids())) == len(bindings)
    for binding in bindings:
        assert binding.id
        assert binding.description
        assert binding.tooltip


def test_no_key_is_one_that_terminals_or_the_editor_take() -> None:
    taken = {"ctrl+m", "ctrl+h", "ctrl+i", "f6", "f7", *(f"ctrl+{key}" for key in "acdekuvwxyz")}
    # The line that answers a program is no editor; there they are what they are at a terminal.
    # What the editor does with F7 by itself is only named.
    bindings = [it for group in GROUPS if group is not ANSWER for it in group]
    used = {key for it in bindings if it.id != "editor.all" for key in it.key.split(",")}
    assert not used & taken


def test_in_a_browser_no_key_is_one_that_it_keeps() -> None:
    keymap, lost = keys.in_a_browser({})
    assert lost == []
    for binding in (it for group in GROUPS for it in group):
        used = keymap.get(binding.id or "", binding.key).split(",")
        assert used != [""], binding.id
        assert not set(used) & keys.BROWSERS, binding.id
    assert keymap == {"quit": "f10"}, "what works there is left alone"


def test_a_key_that_was_moved_to_one_of_the_browsers_is_where_it_was() -> None:
    moved = {"lesson.next": "ctrl+t", "lesson.notes": "ctrl+n,j", "quit": "ctrl+w"}
    keymap, lost = keys.in_a_browser(moved)
    assert set(lost) == {"lesson.next", "quit"}
    assert keymap == {"lesson.next": "n,right,f8", "lesson.notes": "j", "quit": "f10"}


async def test_the_browser_is_told_the_keys_that_work_there(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(tab.ADDRESS, "http://127.0.0.1:1/x/")
    async with open_app(small_course) as it:
        await it.press("f1")
        await it.until(lambda: "Leave the course" in it.text)
        assert "F10" in it.text
        assert "Ctrl+Q" not in it.text
        await it.press("ctrl+c")
        assert [note.message for note in it.app._notifications] == [
            "F10 leaves the course; your place is kept."
        ]
        await it.press("ctrl+q")
        assert it.app.is_running
        await it.resize(30, 8)
        assert "F10 leaves." in " ".join(it.text.split())
        await it.press("f10")
        await it.until(lambda: not it.app.is_running)


def test_every_group_of_keys_is_in_the_help_and_every_name_there_once() -> None:
    groups = {name for name, value in vars(keys).items() if name.isupper() and type(value) is list}
    assert [name for name in groups if getattr(keys, name) not in keys.GROUPS] == []
    assert len(set(keys.key_ids())) == len(keys.key_ids())


def test_every_key_is_told_in_words() -> None:
    for name, said in key_names():
        assert said, name
        assert "_" not in said, name
        assert not set(key_ids()) & set(re.findall(r"[a-z_]+\.[a-z_0-9]+", said)), name


IN_TURNS = ({"back", "leave_field"}, {"back", "leave_editor"}, {"answer", "open_exercise", "run"})
"""Actions of one key, of which a place offers one at a time: what is typed in is left first."""


def classes() -> list[type[DOMNode]]:
    """Every screen and widget of the app."""
    found = []
    for package in (screens, widgets):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            found += [
                it for it in vars(module).values() if getattr(it, "__module__", "") == info.name
            ]
    return [it for it in found if isinstance(it, type) and issubclass(it, DOMNode)]


def test_a_key_does_one_thing_in_a_place() -> None:
    assert len(classes()) > 60
    for place in classes():
        for key, bindings in place._merge_bindings().key_to_bindings.items():
            actions = {binding.action for binding in bindings}
            assert len(actions) == 1 or actions in IN_TURNS, (place, key, actions)


def test_every_binding_of_the_app_is_in_the_table() -> None:
    known = {binding.id for group in GROUPS for binding in group}
    for place in classes():
        for binding in vars(place).get("BINDINGS", ()):
            assert isinstance(binding, Binding), place
            assert binding.id in known, (place, binding)
