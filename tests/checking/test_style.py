"""ruff's findings in words: every rule really fires, and is told in whole sentences."""

from __future__ import annotations

import asyncio
import os
import sys
import sysconfig
from pathlib import Path
from textwrap import dedent

import pytest
from syrupy.assertion import SnapshotAssertion

from course import locations
from course.catalogue import Catalogue
from course.checking.style import StyleFinding, _ruff, findings
from course.checking.style_rules import RULES

FIRES = {
    "F821": "def f(size):\n    return sizes\n",
    "B006": "def f(items=[]):\n    return items\n",
    "E722": "try:\n    print(int('3'))\nexcept:\n    print(0)\n",
    "BLE001": "try:\n    print(int('3'))\nexcept Exception:\n    print(0)\n",
    "B023": "def f():\n    made = []\n    for n in [1, 2]:\n        made.append(lambda: n)\n",
    "ASYNC251": "import time\n\nasync def f():\n    time.sleep(1)\n",
    "RUF006": "import asyncio\n\nasync def f(g):\n    asyncio.create_task(g())\n",
    "B017": "import pytest\n\ndef test_f():\n    with pytest.raises(Exception):\n"
    "        int('x')\n",
    "S307": "def f(text):\n    return eval(text)\n",
    "S608": "def f(db, name):\n    return db.execute(f\"SELECT * FROM t WHERE name = '{name}'\")\n",
    "F632": "def f(size):\n    return size is 3\n",
    "B015": "def f(size):\n    size == 3\n",
    "B018": "def f(size):\n    [size]\n",
    "B020": "def f(items):\n    for items in items:\n        print(items)\n",
    "PLW2901": "def f(items):\n    for item in items:\n        item = item + 1\n"
    "        print(item)\n",
    "F811": "def f():\n    return 1\n\ndef f():\n    return 2\n",
    "SIM115": "def f(path):\n    file = open(path)\n    return file.read()\n",
    "B904": "def f(text):\n    try:\n        return int(text)\n    except ValueError:\n"
    "        raise KeyError(text)\n",
    "DTZ005": "from datetime import datetime\n\nprint(datetime.now())\n",
    "PLW0603": "total = 0\n\ndef f():\n    global total\n    total = 1\n",
    "F841": "def f():\n    size = 3\n",
    "F401": "import math\n",
    "F541": "print(f'tea')\n",
    "B007": "for turn in range(3):\n    print('tea')\n",
    "PIE790": "def f():\n    '''Return nothing.'''\n    pass\n",
    "PLR1711": "def f():\n    print('tea')\n    return\n",
    "ERA001": "# total = total + 1\nprint('tea')\n",
    "A001": "sum = 3\n",
    "A002": "def f(list):\n    return list\n",
    "E741": "l = 3\n",
    "N802": "def findSku():\n    return 1\n",
    "N801": "class parcel_list:\n    size = 1\n",
    "N803": "def f(firstItem):\n    return firstItem\n",
    "N806": "def f():\n    Total = 3\n    return Total\n",
    "E711": "def f(size):\n    return size == None\n",
    "E712": "def f(ready):\n    if ready == True:\n        print(1)\n",
    "E713": "def f(a, b):\n    return not a in b\n",
    "E714": "def f(a):\n    return not a is None\n",
    "E721": "def f(a):\n    return type(a) == int\n",
    "SIM201": "def f(a, b):\n    return not a == b\n",
    "SIM208": "def f(a):\n    return not (not a)\n",
    "SIM103": "def f(a):\n    if a > 3:\n        return True\n    else:\n        return False\n",
    "SIM210": "def f(a):\n    return True if a > 3 else False\n",
    "SIM102": "def f(a, b):\n    if a:\n        if b:\n            print(1)\n",
    "PLR5501": "def f(a, b):\n    if a:\n        print(1)\n    else:\n        if b:\n"
    "            print(2)\n",
    "PLR1714": "def f(a):\n    return a == 1 or a == 2\n",
    "SIM300": "def f(a):\n    return 3 == a\n",
    "SIM118": "def f(a, b):\n    return a in b.keys()\n",
    "SIM401": "def f(prices: dict, key):\n    if key in prices:\n        price = prices[key]\n"
    "    else:\n        price = 0\n    return price\n",
    "PERF102": "def f(prices):\n    for _, price in prices.items():\n        print(price)\n",
    "SIM113": "def f(items):\n    number = 0\n    for item in items:\n        print(number, item)\n"
    "        number += 1\n",
    "PERF401": "def f(items):\n    found = []\n    for item in items:\n        if item:\n"
    "            found.append(item)\n    return found\n",
    "C416": "def f(items):\n    return [item for item in items]\n",
    "C419": "def f(items):\n    return any([item > 3 for item in items])\n",
    "C414": "def f(items):\n    return sorted(list(items))\n",
    "C413": "def f(items):\n    return list(sorted(items))\n",
    "SIM110": "def f(items):\n    for item in items:\n        if item:\n            return True\n"
    "    return False\n",
    "RET505": "def f(a):\n    if a:\n        return 1\n    else:\n        return 2\n",
    "UP032": "def f(a):\n    return '{} tea'.format(a)\n",
    "UP034": "print((3))\n",
    "PLW0120": "def f(items):\n    for item in items:\n        print(item)\n    else:\n"
    "        print('end')\n",
    "E701": "def f(a):\n    if a: print(1)\n",
    "E702": "a = 1; b = 2\n",
    "E703": "a = 1;\n",
    "E401": "import os, sys\nprint(os, sys)\n",
}


def found_in(source: str) -> tuple[StyleFinding, ...]:
    """What ruff finds in a text."""
    found = asyncio.run(findings(source))
    assert found is not None
    return found


def test_every_rule_has_an_example() -> None:
    assert [rule.code for rule in RULES] == list(FIRES)


@pytest.mark.parametrize("code", FIRES)
def test_the_rule_fires_and_is_told(code: str) -> None:
    found = found_in(FIRES[code])
    finding = next(one for one in found if one.rule.code == code)
    assert finding.words[-1] in ".*"
    assert "{" not in finding.words.replace("{...}", "")
    assert finding.text in dedent(FIRES[code])


def test_every_need_is_a_concept_of_the_course() -> None:
    taught = Catalogue.open(locations.find()).concepts
    assert {need for rule in RULES for need in rule.needs} - set(taught) == set()


def test_the_finding_names_what_it_is_about() -> None:
    [one] = found_in("import math\n")
    assert (one.line, one.it, one.text) == (1, "math", "import math")
    assert one.words.startswith("`math` is imported")


def test_code_that_is_no_python_has_no_findings() -> None:
    assert found_in("def f(:\n") == ()


def test_without_ruff_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("course.checking.style._ruff", lambda: [str(tmp_path / "ruff")])
    assert asyncio.run(findings("import math\n")) is None
    monkeypatch.setattr("course.checking.style._ruff", lambda: [sys.executable, "-c", "1/0"])
    assert asyncio.run(findings("import math\n")) is None


def test_the_most_useful_comes_first() -> None:
    source = "import math\n\ndef f(items=[]):\n    return sizes\n"
    codes = [one.rule.code for one in found_in(source)]
    assert codes == ["F821", "B006", "F401"]


def test_the_rules_their_words_and_what_they_need(snapshot: SnapshotAssertion) -> None:
    assert [[rule.code, rule.words, *rule.needs] for rule in RULES] == snapshot


@pytest.mark.parametrize(("more", "it"), [(0, "(" + "y" * 38 + ")"), (1, "(" + "y" * 38 + "…")])
def test_what_is_long_is_cut_at_forty_characters(more: int, it: str) -> None:
    [one] = found_in(
        f"y = 1\nprint(({'y' * (38 + more)}))\n".replace("y = 1", "y" * (38 + more) + " = 1")
    )
    assert (one.rule.code, one.line, one.it) == ("UP034", 2, it)


def test_of_what_goes_over_several_lines_the_first_is_told() -> None:
    [one] = found_in("def f(a, b):\n    if a:  # outer\n        if b:\n            print(1)\n")
    assert (one.rule.code, one.line, one.it) == ("SIM102", 2, "if a:  # outer")


def test_a_line_that_ends_in_another_way_has_no_text() -> None:
    """ruff counts a lone carriage return as the end of a line; the editor does not."""
    [one] = found_in("x = 1\rimport math\r")
    assert (one.rule.code, one.line, one.text, one.it) == ("F401", 2, "", "")


def test_one_rule_twice_is_told_from_the_top() -> None:
    source = "import math\nimport json\n"
    assert [(one.line, one.it) for one in found_in(source)] == [(1, "math"), (2, "json")]


def test_a_ruff_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    slow = f"import os, time; open({str(begun)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    monkeypatch.setattr("course.checking.style._SECONDS", 1)
    monkeypatch.setattr("course.checking.style._ruff", lambda: [sys.executable, "-c", slow])
    assert asyncio.run(findings("import math\n")) is None
    if os.name == "posix" and begun.exists() and (process := begun.read_text()):
        with pytest.raises(ProcessLookupError):
            os.kill(int(process), 0)


@pytest.mark.parametrize(("platform", "name"), [("linux", "ruff"), ("win32", "ruff.exe")])
def test_the_ruff_beside_this_python_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, name: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    (tmp_path / name).touch()
    monkeypatch.setattr(sysconfig, "get_path", {"scripts": str(tmp_path)}.get)
    assert _ruff() == [str(tmp_path / name)]


@pytest.mark.skipif(sys.platform == "win32", reason="programs have other names there")
def test_elsewhere_it_is_found_on_the_path_but_never_in_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sysconfig, "get_path", {"scripts": str(tmp_path / "none")}.get)
    (tmp_path / "ruff").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _ruff() == [str(tmp_path / "ruff")]
    monkeypatch.chdir(tmp_path)
    for path in (".", str(tmp_path / "none")):
        monkeypatch.setenv("PATH", path)
        assert _ruff() == [sys.executable, "-I", "-m", "ruff"]
