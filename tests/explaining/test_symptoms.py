"""Each symptom from a submission a beginner would write, checked for real."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from syrupy.assertion import SnapshotAssertion

from course.catalogue import read_exercise
from course.explaining.symptoms import MENDS, OBSERVED, SYMPTOMS
from course.model import CheckReport, Exercise
from tests.checking.door import Door
from tests.explaining.as_it_was import as_it_was

#  the symptom, the tests (imports are added), the submission, words that must be said
CASES: list[tuple[str, str, str, str]] = [
    (
        "lines_outside",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == 'tea\\nmugs\\n'",
        "def f():\n    print('tea')\nprint('mugs')",
        "Line 3, `print('mugs')`, is not indented",
    ),
    (
        "lines_outside",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == 'tea\\n'",
        'def f():\n    """Show it."""\nprint(\'tea\')',
        "not part of `f`",
    ),
    (
        "text_alone",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == 'tea\\n'",
        'def f():\n    """Show it."""\n    \'tea\'',
        "Line 3, `'tea'`, is only a text",
    ),
    (
        "set_not_shown",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == 'tea\\nmugs\\n'",
        "def f():\n    print('tea')\n    mugs = 'mugs'",
        "gives `mugs` a value, and no line shows it",
    ),
    (
        "after_return",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == 'tea\\nmugs\\n'",
        "def f():\n    return print('tea')\n    print('mugs')",
        "line 3, `print('mugs')`, is never reached",
    ),
    (
        "prints_none",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == 'tea\\n'",
        "def f():\n    print(print('tea'))",
        "a `print` inside another",
    ),
    (
        "else_overwrites",
        "def test_one():\n    assert f(3) == 5\ndef test_two():\n    assert f(9) == 10",
        "def f(n):\n    if n > 2:\n        p = 5\n    if n > 8:\n        p = 10\n    else:\n"
        "        p = 0\n    return p",
        "the `else` on line 6 belongs only to the `if` on line 4",
    ),
    (
        "decimal_comma",
        "def test_one():\n    assert f(10) == 18.0\ndef test_two():\n    assert f(0) == 0",
        "def f(n):\n    return n * 1,8",
        "has `1,8`. A comma separates two values",
    ),
    (
        "prints_instead",
        "def test_one():\n    assert f(3) == 6\ndef test_two():\n    assert f(4) == 8",
        "def f(n):\n    price = 0\n    print(n * 2)\n    return price",
        "printed `6`, which is the right answer, but gave back `0`",
    ),
    (
        "prints_instead",
        "def test_one():\n    rolled = f()\n    a, b = rolled.split()\n    assert a == b",
        "def f():\n    print('3 3')",
        "the test gets `None`",
    ),
    (
        "returns_instead",
        "def test_one(capsys):\n    f(3)\n    assert capsys.readouterr().out == '3 h\\n'",
        "def f(n):\n    return n, 'h'",
        "gives its answer back with `return` (line 2)",
    ),
    (
        "name_in_quotes",
        "def test_one():\n    assert f('Mei') == 'Hi, Mei!'",
        "def f(name):\n    return 'Hi, name!'",
        "On line 2, `return 'Hi, name!'`, `name` is between quotes",
    ),
    (
        "name_in_quotes",
        "def test_one(capsys):\n    f(90)\n    assert capsys.readouterr().out == '1 h\\n'",
        "def f(n):\n    hours = n // 60\n    print('hours', 'h')",
        "`hours` is between quotes",
    ),
    (
        "item_for_position",
        "def test_one():\n    assert f('tea') == 'e'\ndef test_two():\n    assert f('mug') == 'u'",
        "def f(word):\n    return len(word) // 2",
        "the test expects the item itself",
    ),
    (
        "method_without_object",
        "def test_one():\n    assert f('a') == 'A'",
        "def f(t):\n    return upper(t)",
        "`upper` is a method of a string",
    ),
    (
        "key_without_quotes",
        "def test_one():\n    assert f({'city': 'Vigo'}) == 'Vigo'",
        "def f(parcel):\n    city = parcel[city]\n    return city",
        "has the key `'city'`, and a key that is text goes between quotes",
    ),
    (
        "key_without_quotes",
        "def test_one():\n    assert f({'city': 'Vigo'}) == 'Vigo'",
        "def f(parcel):\n    return parcel[city]",
        "has the key `'city'`",
    ),
    (
        "library_refuses",
        "def test_one():\n    assert f('a', 'b') in ('a', 'b')",
        "import random\n\ndef f(a, b):\n    return random.randint(a, b)",
        "inside `random.randint(...)`",
    ),
    (
        "argument_count",
        "def test_one():\n    assert f('a', 'b') in ('a', 'b')",
        "import random\n\ndef f(a, b):\n    return random.choice(a, b)",
        "`random.choice` takes 1 argument; this call passes 2",
    ),
    (
        "always_true",
        "def test_one():\n    assert f(3) == 'no'\ndef test_two():\n    assert f(1) == 'yes'",
        "def f(n):\n    if n == 0 or 1 or 2:\n        return 'yes'\n    return 'no'",
        "the part after `or` is only `1`",
    ),
    (
        "always_true",
        "def test_one():\n    assert f('ab') is True",
        "def f(t):\n    return 'a' in t and not ' '",
        "`not ' '` is always false",
    ),
    (
        "nothing_yet",
        "def test_one():\n    assert f([1]) == 1",
        "def f(xs):\n    pass",
        "no instructions",
    ),
    (
        "no_return",
        "def test_one():\n    assert f(3) == 6",
        "def f(n):\n    result = n * 2",
        "There is no `return` in `f`",
    ),
    (
        "no_return",
        "def test_one():\n    assert f(3) == 6",
        "def f(n):\n    result = n * 2\n    return",
        "has no value after it",
    ),
    (
        "returns_change",
        "def test_one():\n    assert f([2, 1]) == [1, 2]",
        "def f(xs):\n    return xs.sort()",
        "`.sort()` changes the object",
    ),
    (
        "returns_change",
        "def test_one():\n    assert f('a') == 'A'",
        "def f(t):\n    return print(t.upper())",
        "`print`",
    ),
    (
        "prints_instead",
        "def test_one():\n    assert f(3) == 6",
        "def f(n):\n    print(n * 2)",
        "printed `6`, which is the right answer",
    ),
    (
        "inner_return",
        "def test_one():\n    assert f(3) == 6",
        "def f(n):\n    def double():\n        return n * 2",
        "belongs to the inner function `double`",
    ),
    (
        "fell_off_the_end",
        "def test_one():\n    assert f(3) == 'big'\ndef test_two():\n    assert f(-1) == 'small'",
        "def f(n):\n    if n > 0:\n        return 'big'",
        "inside the `if` on line 2",
    ),
    (
        "returns_function",
        "def test_one():\n    assert f('a') == 'A'",
        "def f(t):\n    return t.upper",
        "without the parentheses",
    ),
    (
        "lazy",
        "def test_one():\n    assert f([1, 2]) == [2, 4]",
        "def f(xs):\n    return map(lambda x: x * 2, xs)",
        "one at a time",
    ),
    (
        "lazy",
        "def test_one():\n    assert f([1, 2]) == [2, 4]",
        "def f(xs):\n    for x in xs:\n        yield x * 2",
        "generator",
    ),
    (
        "right_value_wrong_type",
        "def test_one():\n    assert f([1]) == [1, 2]",
        "def f(xs):\n    return tuple(xs + [2])",
        "a tuple; the test expects",
    ),
    (
        "right_value_wrong_type",
        "def test_one():\n    assert f(2) is True",
        "def f(n):\n    return 'True'",
        "The content is right, the type is not",
    ),
    (
        "one_item_more_around",
        "def test_one():\n    assert f(2) == 4",
        "def f(n):\n    return n * 2,",
        "A comma after a value makes a tuple",
    ),
    (
        "other_type",
        "def test_one():\n    assert f([3]) == 0\ndef test_two():\n    assert f([]) == -1",
        "def f(xs):\n    if not xs:\n        return 'nothing'\n    return 0",
        "`'nothing'` is what line 3 returns",
    ),
    (
        "never_awaited",
        "import asyncio\n\nasync def twice(n):\n    return await f(n)\n\n"
        "def test_one():\n    assert asyncio.run(twice(2)) == 4",
        "async def helper(n):\n    return n * 2\n\nasync def f(n):\n    return helper(n)",
        "`await`",
    ),
    (
        "returns_on_first_turn",
        "def test_one():\n    assert f([1, 2, 3]) == 6",
        "def f(xs):\n    total = 0\n    for x in xs:\n        total += x\n        return total",
        "only looks at the first item",
    ),
    (
        "starts_afresh",
        "def test_one():\n    assert f([1, 2]) == [2, 4]",
        "def f(xs):\n    for x in xs:\n        out = []\n        out.append(x * 2)\n    return out",
        "in every iteration",
    ),
    (
        "changes_what_it_walks_over",
        "def test_one():\n    assert f([2, 2, 3]) == [3]",
        "def f(xs):\n    for x in xs:\n        if x == 2:\n            xs.remove(x)\n    return xs",
        "takes items out of `xs`",
    ),
    (
        "keeps_between_calls",
        "def test_one():\n    assert f(1) == [1]\ndef test_two():\n    assert f(2) == [2]",
        "def f(x, found=[]):\n    found.append(x)\n    return found",
        "made once",
    ),
    (
        "shared_rows",
        "def test_one():\n    assert f(2) == [[1, 0], [0, 1]]",
        "def f(n):\n    rows = [[0] * n] * n\n    for i in range(n):\n        rows[i][i] = 1\n"
        "    return rows",
        "one and the same row",
    ),
    (
        "never_awaited",
        "import asyncio\n\ndef test_one():\n    assert asyncio.run(f(2)) == 4",
        "async def helper(n):\n    return n * 2\n\nasync def f(n):\n    return helper(n)",
        "`await f(2)` gave back a coroutine",
    ),
    (
        "off_by_one",
        "import asyncio\n\ndef test_one():\n    assert asyncio.run(f(2)) == 4",
        "async def f(n):\n    return n + 1",
        "`await f(2)` gave back `3`",
    ),
    (
        "ignores_parameter",
        "def test_one():\n    assert f(1, 2) == 3\ndef test_two():\n    assert f(1, 5) == 6",
        "def f(a, b):\n    return a + a",
        "never uses its parameter `b`",
    ),
    (
        "replaces_parameter",
        "def test_one():\n    assert f([1]) == 1\ndef test_two():\n    assert f([1, 4]) == 5",
        "def f(xs):\n    xs = [1, 2, 3]\n    return sum(xs)",
        "Line 2 gives `xs` a new value",
    ),
    (
        "thrown_away",
        "def test_one():\n    assert f(' a ') == 'a'",
        "def f(t):\n    t.strip()\n    return t",
        "gives back a new one",
    ),
    (
        "compares_for_assigning",
        "def test_one():\n    assert f(2) == 1",
        "def f(n):\n    n == 1\n    return n",
        "One `=` gives a name a value",
    ),
    (
        "always_true",
        "def test_one():\n    assert f('x') == 'no'",
        "def f(t):\n    if t == 'a' or 'b':\n        return 'yes'\n    return 'no'",
        "is always true",
    ),
    (
        "compared_with_is",
        "def test_one():\n    assert f([1], [1]) == 'same'",
        "def f(a, b):\n    if a is b:\n        return 'same'\n    return 'other'",
        "the very same object",
    ),
    (
        "always_the_same",
        "def test_one():\n    assert f(1) == 1\ndef test_two():\n    assert f(2) == 4\n"
        "def test_three():\n    assert f(3) == 9",
        "def f(n):\n    n = n * n\n    return 1",
        "for each of the 3 different calls",
    ),
    (
        "answers_flipped",
        "def test_one():\n    assert f(1) is False\n    assert f(2) is True\n"
        "    assert f(3) is False",
        "def f(n):\n    return n % 2 == 1",
        "the opposite",
    ),
    (
        "true_too_often",
        "def test_one():\n    assert f(4) is True\ndef test_two():\n    assert f(0) is False",
        "def f(n):\n    return n >= 0",
        "`True` comes too often",
    ),
    (
        "float_rounding",
        "def test_one():\n    assert f(0.1, 0.2) == 0.3",
        "def f(a, b):\n    return a + b",
        "only nearly",
    ),
    (
        "number_of_digits",
        "def test_one():\n    assert f(10) == 3.33",
        "def f(n):\n    return n / 3",
        "rounded to another number of digits",
    ),
    (
        "whole_division",
        "def test_one():\n    assert f(3) == 1.5",
        "def f(n):\n    return n // 2",
        "drops everything after the decimal point",
    ),
    (
        "off_by_one",
        "def test_one():\n    assert f('tea') == 3\ndef test_two():\n    assert f('tee') == 3",
        "def f(t):\n    return len(t) - 1",
        "one too small",
    ),
    (
        "steady_difference",
        "def test_one():\n    assert f(4, 1) == 3\ndef test_two():\n    assert f(9, 2) == 7",
        "def f(a, b):\n    return b - a",
        "the wrong sign",
    ),
    (
        "answer_is_a_part",
        "def test_one():\n    assert f([3, 9, 4]) == 9\ndef test_two():\n    assert f([8, 1]) == 8",
        "def f(xs):\n    best = 0\n    for x in xs:\n        best = x\n    return best",
        "the last item of `xs`",
    ),
    (
        "item_for_position",
        "def test_one():\n    assert f([7, 9], 9) == 1\n"
        "def test_two():\n    assert f([5, 8], 5) == 0",
        "def f(xs, x):\n    for each in xs:\n        if each == x:\n            return each",
        "the test expects the index",
    ),
    (
        "other_order",
        "def test_one():\n    assert f([3, 1, 2]) == [3, 2, 1]",
        "def f(xs):\n    return sorted(xs)",
        "yours are in ascending order, the expected ones in descending order",
    ),
    (
        "other_order",
        "def test_one():\n    assert f(['10', '9', '2']) == ['2', '9', '10']",
        "def f(xs):\n    return sorted(xs)",
        "like words in a dictionary",
    ),
    (
        "repeated_items",
        "def test_one():\n    assert f([2, 1, 1]) == [1, 2]",
        "def f(xs):\n    return [x for x in xs if x < 2] + [2]",
        "`1` is in yours twice, and should be there once",
    ),
    (
        "missing_items",
        "def test_one():\n    assert f([1, 2, 3]) == [2, 4, 6]",
        "def f(xs):\n    return [xs[i] * 2 for i in range(len(xs) - 1)]",
        "the last item, `6`, is missing",
    ),
    (
        "extra_items",
        "def test_one():\n    assert f(3) == [0, 1, 2]",
        "def f(n):\n    return list(range(n + 1))",
        "one more item comes: `3`",
    ),
    (
        "dict_entries",
        "def test_one():\n    assert f(['a', 'a']) == {'a': 2}",
        "def f(xs):\n    return {x: 1 for x in xs}",
        "Under `'a'` there is `1` instead of `2`",
    ),
    (
        "changed_argument",
        "def test_unchanged():\n    xs = [2, 1]\n    f(xs)\n    assert xs == [2, 1]",
        "def f(xs):\n    xs.sort()\n    return xs",
        "leaves its argument different",
    ),
    (
        "differs_only_in",
        "def test_one():\n    assert f('tea') == 'Tea!'",
        "def f(t):\n    return t.title()",
        "only in punctuation",
    ),
    (
        "differs_only_in",
        "def test_one(capsys):\n    f('tea')\n    assert capsys.readouterr().out == 'tea\\n'",
        "def f(t):\n    print(t, end='')",
        "1 line end missing",
    ),
    (
        "returns_instead",
        "def test_one(capsys):\n    f('tea')\n    assert capsys.readouterr().out == 'tea\\n'",
        "def f(t):\n    return t",
        "Nothing was printed",
    ),
    (
        "text_pattern",
        "def test_one():\n    assert f('tea') == 'TEA'",
        "def f(t):\n    return t.upper() + 'S'",
        "After the right text, `'S'` comes as well",
    ),
    (
        "not_refused",
        "import pytest\n\ndef test_one():\n    with pytest.raises(ValueError):\n        f(-1)",
        "def f(n):\n    return n",
        "There is no `raise` in your file",
    ),
    (
        "not_refused",
        "import pytest\n\ndef test_one():\n    with pytest.raises(ValueError):\n        f('x')",
        "def f(n):\n    try:\n        return int(n)\n    except ValueError:\n        return None",
        "the `except` on line 4",
    ),
    (
        "not_refused",
        "import pytest\n\ndef test_one():\n    with pytest.raises(ValueError):\n        f('0')",
        "def f(n):\n    try:\n        n = int(n)\n    except KeyError as error:\n"
        "        raise ValueError(n) from error\n    return n",
        "For this call, the `raise` on line 5 was not reached",
    ),
    (
        "not_refused",
        "import pytest\n\ndef test_one():\n    with pytest.raises(ValueError):\n        next(f(0))",
        "def f(n):\n    for i in range(n):\n        yield i",
        "it came to its end without an item (`StopIteration`)",
    ),
    (
        "used_before_set",
        "def test_one():\n    assert f([]) == 0",
        "def f(xs):\n    for x in xs:\n        total = x\n    return total",
        "`total` has no value yet",
    ),
    (
        "unknown_name",
        "def test_one():\n    assert f([1]) == 1",
        "def f(items):\n    return len(itmes)",
        "there is an `items`",
    ),
    (
        "unknown_name",
        "def test_one():\n    assert f(1) is True",
        "def f(n):\n    return true",
        "it writes `True`",
    ),
    (
        "not_imported",
        "def test_one():\n    assert f(4) == 2",
        "def f(n):\n    return math.sqrt(n)",
        "`import math`",
    ),
    (
        "index_out_of_range",
        "def test_one():\n    assert f([1, 2]) == 3",
        "def f(xs):\n    total = 0\n    for i in range(len(xs) + 1):\n        total += xs[i]\n"
        "    return total",
        "one past the end",
    ),
    (
        "key_missing",
        "def test_one():\n    assert f({'a': 1}, 'b') == 0",
        "def f(d, key):\n    return d[key]",
        "`d` has no key `'b'`",
    ),
    (
        "nothing_found",
        "def test_one():\n    assert f({}) == 'A'",
        "def f(d):\n    name = d.get('name')\n    return name.upper()",
        "makes `name` `None`: `.get()` returns `None` for a key that is not there",
    ),
    (
        "attribute_of_none",
        "def test_one():\n    assert f(None) == 'A'",
        "def f(name):\n    return name.upper()",
        "`name` is `None` at that moment",
    ),
    (
        "attribute_missing",
        "def test_one():\n    assert f([1]) == [1, 2]",
        "def f(xs):\n    xs.apend(2)\n    return xs",
        "there is a `.append`",
    ),
    (
        "attribute_missing",
        "def test_one():\n    assert f().count() == 0",
        "class Basket:\n    pass\n\n\ndef f():\n    return Basket()",
        "that class has no method `count`",
    ),
    (
        "attribute_missing",
        "def test_one():\n    assert f() == 0",
        "class Basket:\n    pass\n\n\ndef f():\n    return Basket().count",
        "`self.count = ...` in one of its methods",
    ),
    (
        "mixes_types",
        "def test_one():\n    assert f(3) == 'n=3'",
        "def f(n):\n    return 'n=' + n",
        "two strings",
    ),
    (
        "shadows_builtin",
        "def test_one():\n    assert f([1, 2]) == 2",
        "def f(xs):\n    max = 0\n    for x in xs:\n        max = max(x, max)\n    return max",
        "`max` is a whole number there",
    ),
    (
        "unhashable",
        "def test_one():\n    assert f([[1], [1]]) == 1",
        "def f(xs):\n    return len(set(xs))",
        "cannot be a key of a dict or an item of a set",
    ),
    (
        "division_by_zero",
        "def test_one():\n    assert f([]) == 0",
        "def f(xs):\n    return sum(xs) / len(xs)",
        "`xs` has no items",
    ),
    (
        "endless_recursion",
        "def test_one():\n    assert f(3) == 6",
        "def f(n):\n    return n + f(n - 1)",
        "`n` went from",
    ),
    (
        "not_a_number",
        "def test_one():\n    assert f('3.5') == 3",
        "def f(t):\n    return int(t)",
        "`int(...)` was given `'3.5'`",
    ),
    (
        "asks_input",
        "def test_one():\n    assert f(3) == 4",
        "def f(n):\n    n = int(input())\n    return n + 1",
        "comes in through `n`",
    ),
    (
        "shared_by_all_objects",
        "def test_one():\n    f().add(1)\n    assert f().count() == 0",
        "class f:\n    items = []\n    def add(self, x):\n        self.items.append(x)\n"
        "    def count(self):\n        return len(self.items)",
        "share the same one",
    ),
    (
        "self_missing",
        "def test_one():\n    assert f().size() == 1",
        "class f:\n    def size():\n        return 1",
        "is not `self`",
    ),
    (
        "calls_a_property",
        "def test_one():\n    assert f().double == 2",
        "class f:\n    @property\n    def size(self):\n        return 1\n\n    @property\n"
        "    def double(self):\n        return self.size() * 2",
        "`size` is a property of yours",
    ),
    (
        "index_not_a_number",
        "def test_one():\n    assert f([4, 5]) == 9",
        "def f(xs):\n    t = 0\n    for x in xs:\n        t += xs['0']\n    return t",
        "its index is a whole number",
    ),
    (
        "cannot_be_changed",
        "def test_one():\n    assert f('tea') == 'Tea'",
        "def f(t):\n    t[0] = 'T'\n    return t",
        "cannot be changed in place",
    ),
    (
        "only_one_kind",
        "def test_one():\n    assert f('a') == b'A'\ndef test_two():\n    assert f('') == b'-'",
        "def f(t):\n    return t.upper().encode()",
        "`t` is empty",
    ),
    (
        "own_exception",
        "def test_one():\n    assert f(0) == 0",
        "class TooSmall(Exception):\n    pass\n\ndef f(n):\n    if n < 1:\n"
        "        raise TooSmall(n)\n    return n",
        "Your own `raise`",
    ),
    (
        "attribute_missing",
        "def test_one():\n    assert f('ab') == {'a', 'b'}\n"
        "def test_two():\n    assert f('') == set()",
        "def f(word):\n    found = {}\n    for letter in word:\n        found.add(letter)\n"
        "    return found",
        "`found` is a dict there",
    ),
    (
        "differs_only_in",
        "def test_one(capsys):\n    f()\n    assert capsys.readouterr().out == '12\\n24\\n'",
        "def f():\n    for a in (1, 2):\n        for b in (1, 2):\n            print(a * b)",
        "the one on line 4 is in a loop inside a loop",
    ),
    (
        "argument_count",
        "def test_one():\n    assert f('a', 'b', 'c') == 'a b c'\n"
        "def test_two():\n    assert f() == ''\ndef test_three():\n    assert f('a') == 'a'",
        "def f(words, end=''):\n    return ' '.join(words) + end",
        "Other calls pass up to 3: a parameter with `*` before it takes any number",
    ),
]


def make(folder: Path, tests: str, **more: str) -> Exercise:
    """An exercise about a function `f` in the folder."""
    folder = folder / "task"
    folder.mkdir()
    more.setdefault("timeout", "1")
    extra = "".join(f"{key}: {value}\n" for key, value in more.items())
    (folder / "exercise.yaml").write_text(
        f"title: A task\nkind: write\nbrief: Write it.\nmodule: answer\n{extra}",
        encoding="utf-8",
    )
    (folder / "starter.py").write_text("\n", encoding="utf-8")
    (folder / "solution.py").write_text("f = None\n", encoding="utf-8")
    (folder / "test_answer.py").write_text(
        "from answer import f\n\n\n" + dedent(tests) + "\n", encoding="utf-8"
    )
    return read_exercise(folder)


def leads(report: CheckReport) -> tuple[str, str]:
    """The name and the text of what leads."""
    assert report.diagnosis, report
    return report.diagnosis[0].name, report.diagnosis[0].text


@pytest.mark.parametrize(
    ("name", "tests", "source", "words"),
    CASES,
    ids=[f"{index}-{case[0]}" for index, case in enumerate(CASES)],
)
def test_leads_with_the_symptom(
    door: Door,
    tmp_path: Path,
    snapshot: SnapshotAssertion,
    name: str,
    tests: str,
    source: str,
    words: str,
) -> None:
    # What is read off values leads only where no mend is found.
    says_a_cause = name not in SYMPTOMS or name in OBSERVED or name in MENDS
    report = door.check(make(tmp_path, tests), source + "\n", searches=says_a_cause)
    assert leads(report)[0] == name, report.diagnosis
    assert words in leads(report)[1]
    assert as_it_was(snapshot, re.sub(r"to `-\d+`", "to `-n`", leads(report)[1]))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def f(n):\n    i = 0\n    while i < n:\n        n + 1\n    return n\n", "`i` stayed `0`"),
        ("def f(n):\n    while True:\n        n += 1\n", "there is none in it"),
        ("def f(n):\n    xs = [1]\n    for x in xs:\n        xs.append(x)\n", "`xs`"),
    ],
)
def test_an_endless_loop_names_the_line_and_what_stays(
    door: Door, tmp_path: Path, source: str, words: str
) -> None:
    tests = "def test_one():\n    assert f(3) == 3"
    report = door.check(make(tmp_path, tests, timeout="0.5"), source)
    name, text = leads(report)
    assert name in {"endless_loop", "out_of_memory"}
    assert words in text or name == "out_of_memory"


@pytest.mark.parametrize(
    ("source", "name", "words"),
    [
        ("import os\ndef f(n):\n    os._exit(0)\n", "crashed", "ends by that"),
        ("def f(n):\n    while True:\n        print('x' * 1000)\n", "too_much_output", "print"),
        ("def f(n):\n    return 'x' * 20_000_000_000\n", "out_of_memory", "memory"),
    ],
)
def test_a_limit_is_explained(
    door: Door, tmp_path: Path, source: str, name: str, words: str
) -> None:
    report = door.check(make(tmp_path, "def test_one():\n    assert f(3) == 3"), source)
    assert leads(report)[0] == name
    assert words in leads(report)[1]


def test_a_long_answer_comes_with_a_diff(door: Door, tmp_path: Path) -> None:
    tests = "def test_one():\n    assert f(3) == 'tea\\ncake\\nmug\\n'"
    report = door.check(make(tmp_path, tests), "def f(n):\n    return 'tea\\ncup\\nmug\\n'\n")
    diff = report.diagnosis[-1].diff
    assert diff is not None
    assert "+cake" in diff
    assert "-cup" in diff


def test_a_second_problem_is_told_after_the_first(door: Door, tmp_path: Path) -> None:
    tests = "def test_one():\n    assert f([2, 3]) == 5\ndef test_two():\n    assert f([]) == 0"
    source = (
        "def f(xs):\n    for x in xs:\n        total = 0\n        total += x\n    return total\n"
    )
    report = door.check(make(tmp_path, tests), source, searches=True)
    assert [told.name for told in report.diagnosis[:2]] == ["used_before_set", "starts_afresh"] or [
        told.name for told in report.diagnosis[:2]
    ] == ["starts_afresh", "used_before_set"]


def test_the_call_is_told_as_the_test_makes_it_not_as_it_was_left(
    door: Door, tmp_path: Path
) -> None:
    tests = (
        "import pytest\n@pytest.mark.parametrize('xs, expected', [([1, 1], [1]), ([2], [2])])\n"
        "def test_one(xs, expected):\n    assert f(xs) == expected"
    )
    source = "def f(xs):\n    while xs:\n        xs.pop()\n    return xs\n"
    report = door.check(make(tmp_path, tests), source)
    assert "`f([2])` gave back `[]`" in report.diagnosis[0].text


def test_a_call_that_cannot_be_read_is_not_taken_for_another(door: Door, tmp_path: Path) -> None:
    tests = (
        "def test_one():\n    assert f(1) == 1\n    assert f(int('7') + len('ab')) == 10\n"
        "    assert f(2) == 2"
    )
    report = door.check(make(tmp_path, tests), "def f(n):\n    return n\n")
    assert all("f(1)" not in told.text and "f(2)" not in told.text for told in report.diagnosis)


def test_a_status_is_no_amount(door: Door, tmp_path: Path) -> None:
    tests = (
        "def test_one():\n    assert f('/a').status_code == 200\n"
        "def test_two():\n    assert f('/b').status_code == 401\n"
    )
    source = "class Answer:\n    status_code = 404\n\n\ndef f(path):\n    return Answer()\n"
    report = door.check(make(tmp_path, tests), source)
    told = " ".join(one.text for one in report.diagnosis)
    assert "404" in told
    assert "too large" not in told


@pytest.mark.parametrize(
    ("asserted", "answer", "got", "expected", "told"),
    [
        ("2 < found < 4", "9", "9", "< 4", "less than `4`"),
        ("2 < found < 4", "1", "1", "> 2", "more than `2`"),
        ("2 <= found", "1", "1", ">= 2", "at least `2`"),
    ],
)
def test_a_bound_is_told_of_the_answer(
    door: Door, tmp_path: Path, asserted: str, answer: str, got: str, expected: str, told: str
) -> None:
    tests = f"def test_one():\n    found = f(3)\n    assert {asserted}"
    report = door.check(make(tmp_path, tests), f"def f(n):\n    return {answer}\n")
    assert (report.tests[0].got, report.tests[0].expected) == (got, expected)
    assert told in report.diagnosis[-1].text
