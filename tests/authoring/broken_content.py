"""Ways to break the good course, each with the file and line where it is told and words of it.

A row is an edit: the file, a text in it, what takes its place, a text of the line that the problem
is told at (or "" for the file itself), words of the problem. `MADE` are files and folders that are
made, `MOVES` have a new name or are gone. None of it is told of the course as it is.
"""

# ruff: noqa: E501 - a row of the table is read across

FUNCTIONS = "lessons/01-shop/01-functions.yaml"
TESTS = "lessons/01-shop/02-tests.yaml"
ADDING = "lessons/02-web/01-adding-up.yaml"
MODULE = "lessons/01-shop/module.yaml"
WEIGHT = "exercises/shop/weight"
FEE = "exercises/shop/late_fee"
BUGS = "exercises/shop/test_fee"
REVIEW = "exercises/shop/review_fee"
LABEL = "exercises/shop/long_label"
GROW = "exercises/shop/grow"
W_YAML = f"{WEIGHT}/exercise.yaml"
W_TESTS = f"{WEIGHT}/test_weight.py"
PRINTS = f"{WEIGHT}/mistakes/prints.py"
FORGETS = f"{WEIGHT}/mistakes/forgets_box.py"
SHOWN = "You show the weight with `print`, so the caller gets `None`. Hand it back with `return`."
BOX = "You weigh the things and forget the box."
LONG = "Read what the parcel is said to weigh and where each of the numbers in it comes from"

EDITS = [
    # ---- probes
    (W_YAML, "- weight(2, 1)\n", "- weight(2, 1\n", "weight(2, 1", "is not a Python expression"),
    (W_YAML, "- weight(2, 1)\n", "- x = weight(2, 1)\n", "- x =", "is not a Python expression"),
    (W_YAML, "- weight(2, 1)\n", "- return weight(1)\n", "- return", "is not a Python expression"),
    (W_YAML, "- weight(1, 2)\n", "- weight(0,0)\n", "weight(0,0)", "this is probe 1 again"),
    (W_YAML, "- weight(1, 2)\n", "- 3 * 4\n", "- 3 * 4", "calls nothing of the learner's"),
    # ---- hints
    (W_YAML, "What does one thing weigh?", "Return `items * 3 + box`!", "- Return", "is the solution"),
    (W_YAML, "What does one thing weigh?", "Try `return items*3 + box`.", "- Try", "is the solution"),
    (W_YAML, "Multiply, then add the box.", "What does one thing weigh", "weigh\n", "says what hint 1"),
    (W_YAML, "Multiply, then add the box.", "What does 1 thing weigh?", "1 thing", "says what hint 1"),
    (W_YAML, "  - What does one thing weigh?\n", "", "hints:", "only two hints"),
    (W_YAML, "Multiply, then add the box.", "Multiply (lesson \"Nowhere\", step 1).", "Nowhere",
     "no lesson is called “Nowhere”"),
    (W_YAML, "Multiply, then add the box.", "Multiply (lesson \"Adding up\", steps 1 and 99).",
     "steps 1", "“Adding up” has "),
    (W_YAML, "  - Multiply, then add the box.", "  - {text: Multiply., see: adding/up#99}", "#99",
     "leads to no step of a lesson"),
    (W_YAML, "  - Multiply, then add the box.", "  - Ask: multiply, then add?", "- Ask", "put quotes around the text"),
    # ---- starters and words that hold the answer
    (f"{WEIGHT}/starter.py", '."""\n', '."""\n    # return items * 3 + box\n', "# return",
     "this comment has a line of the solution"),
    (f"{WEIGHT}/starter.py", '."""\n', '."""\n    # items*3+box: return items*3+box\n', "# items",
     "this comment has a line of the solution"),
    (f"{FEE}/mistakes/never.py", "Now there is never a fee at all.",
     "Never a fee. Write `if days > 3: return 5` and be done; `if days > 3:` it is.", '"""Never',
     ""),
    (FORGETS, BOX, "You forget the box: write `return items * 3 + box`.", '"""You forget',
     "the words have the answer in them"),
    # ---- words of mistakes that are false
    (FORGETS, BOX, "You divide by the things and forget the box.", '"""You divide', "does this: divide"),
    (FORGETS, BOX, "You subtract the box.", '"""You subtract', "has or does this: subtract"),
    (FORGETS, BOX, "Your loop leaves too early.", '"""Your loop', "has or does this: loop"),
    (FORGETS, BOX, "Your `while` loop never ends.", '"""Your `while`', "this code has not"),
    (FORGETS, BOX, "You sort the things and forget the box.", '"""You sort', "does this: sort"),
    (FORGETS, BOX, "You print the weight.", '"""You print', "has or does this: print"),
    (FORGETS, BOX, "You raise an error for a box.", '"""You raise', "has or does this: raise"),
    (FORGETS, BOX, "You catch too much.", '"""You catch', "has or does this: catch"),
    (FORGETS, BOX, "Your slice is one too short.", '"""Your slice', "has or does this: slice"),
    (FORGETS, BOX, "You multiply with `/`.", '"""You', ""),
    (FORGETS, BOX, "You use `>=` and forget the box.", '"""You use', "the learner's code has `>=`"),
    (FORGETS, BOX, "Your `if` lets every box through.", '"""Your `if`', "learner's code has `if`"),
    (FORGETS, BOX, "You call `round` on the box.", '"""You call', "learner's code has `round`"),
    (FORGETS, BOX, "`>=` lets every box through.", '"""`>=`', "the learner's code has `>=`"),
    (FORGETS, BOX, "The box is not in `totl`.", '"""The box', "speaks of `totl`, which is neither"),
    (FORGETS, BOX, "You never call `weigh_box()`.", '"""You never', "speaks of `weigh_box`"),
    (FORGETS, BOX, "Line 5 forgets the box.", '"""Line 5', "names a line"),
    # ---- briefs
    (W_YAML, "Write `weight(items, box)`", "Write it", "brief:", ""),
    (W_YAML, "`weight(items, box)`: the", "`wieght(items, box)`: the", "brief:", "`wieght()`"),
    (W_YAML, "a box.\n", "a box. Then call `pack_all(box)`.\n", "brief:", "`pack_all()`, which no"),
    (W_YAML, "a box.\n", "a box. See [here](first-steps).\n", "brief:", "leads to first-steps"),
    (W_YAML, "a box.\n", "a box. See [it](http://example.org/).\n", "brief:", "write https://"),
    (W_YAML, "a box.\n", "a box. Look at `shop/wieght` too.\n", "brief:", "`shop/wieght` is no"),
    (W_YAML, "the weight of a parcel", f"{LONG}, the weight of a parcel", "brief:", "make two of it"),
    # ---- tests
    (W_TESTS, "    assert weight(2, 1) == 7", "    assert True", "assert True", "is true whatever"),
    (W_TESTS, "    assert weight(2, 1) == 7", "    assert 7 == 7", "assert 7", "compares a value with"),
    (W_TESTS, "    assert weight(2, 1) == 7", "    assert 7 == 8 or True", "or True", "is true whatever"),
    (W_TESTS, "    assert weight(2, 1) == 7", '    assert (weight(2, 1) == 8, "no")', "assert (",
     "is true whatever is in the parentheses"),
    (W_TESTS, "    assert weight(2, 1) == 7", "    weight(2, 1)", "things_and_box", "asserts nothing"),
    (W_TESTS, "    assert weight(2, 1) == 7", "    weight(2, 1) == 7", "things_and_box",
     "asserts nothing"),
    (W_TESTS, "    assert weight(2, 1) == 7", "    pass", "things_and_box", "asserts nothing"),
    (W_TESTS, "    assert weight(2, 1) == 7", "    seven = 7\n    assert seven == 7", "things_and_box",
     "never uses the learner's code"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     '    open("out.txt", "w").close()\n    assert weight(2, 1) == 7', "open(", "leaves a file behind"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     '    from pathlib import Path\n    Path("out").mkdir()\n    assert weight(2, 1) == 7', "mkdir",
     "leaves a file behind"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     '    import os\n    os.remove("x")\n    assert weight(2, 1) == 7', "os.remove",
     "leaves a file behind"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     "    import time\n    time.sleep(0.1)\n    assert weight(2, 1) == 7", "sleep(", "waits; call what"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     "    import datetime\n    assert weight(2, 1) == 7 and datetime.date.today()", "today()",
     "gives another answer tomorrow"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     "    import random\n    n = random.randint(1, 9)\n    assert weight(n, 1) == n * 3 + 1", "randint",
     "another answer each time"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     "    import time\n    t = time.perf_counter()\n    assert weight(2, 1) == 7 and t", "perf_counter",
     "how busy the machine is"),
    (W_TESTS, "    assert weight(2, 1) == 7",
     '    import urllib.request\n    urllib.request.urlopen("https://example.org")\n'
     "    assert weight(2, 1) == 7", "urlopen", "needs the network"),
    (W_TESTS, "def test_nothing_weighs", "def test_things_and_box_are_added():\n    pass\n\n\n"
     "def test_nothing_weighs", "def test_things_and_box_are_added():\n    pass", "is already on line"),
    (W_TESTS, "def test_", "def check_", "", "there is no test in this file"),
    (W_TESTS, "== 7", "== = 7", "== = 7", "this is not Python"),
    (W_TESTS, "== 7", f"== 7  # {'because ' * 13}", "because", "columns; at most 110"),
    (f"{BUGS}/solution.py", "== 5", "== 5 or True", "or True", "is true whatever the code does"),
    # ---- Pythons
    (f"{WEIGHT}/solution.py", "def weight", "import imp\n\n\ndef weight", "import imp", "is gone since"),
    (f"{WEIGHT}/solution.py", "def weight", "import cgi\n\n\ndef weight", "import cgi", "is gone since"),
    (f"{WEIGHT}/solution.py", "def weight", "from copy import replace\n\n\ndef weight", "from copy",
     "`copy.replace` came with Python 3.13"),
    (f"{WEIGHT}/solution.py", "def weight", "import copy\n\nx = copy.replace\n\n\ndef weight",
     "x = copy", "`copy.replace` came with Python 3.13"),
    (f"{WEIGHT}/approaches/step_by_step.py", "def weight", "from itertools import batched\n\n\ndef weight",
     "batched", "`itertools.batched` came with Python 3.12"),
    (FORGETS, "def weight", "from typing import override\n\n\ndef weight", "override", "came with Python"),
    (W_TESTS, "from weight", "import distutils\n\nfrom weight", "distutils", "is gone since Python 3.12"),
    # ---- folders and files
    (W_YAML, "kind: write", "kind: write\nmodule: json", "", "hide the module `json`"),
    (W_YAML, "kind: write", "kind: write\nneeds: [scipy]", "needs:", "nobody can be sure to have scipy"),
    (W_YAML, "kind: write", "kind: write\nneeds: [Flask]", "needs:", "nobody can be sure to have Flask"),
    (W_YAML, "practises: [function, return]", "practises: []", "practises:", "names no concept"),
    (W_YAML, "practises: [function, return]\n", "", "", "names no concept"),
    (W_YAML, "practises: [function, return]", "practises: [functoin]", "practises:", "did you mean `function`?"),
    # ---- what the file's shape says
    (W_YAML, "kind: write", "kind: wirte", "kind:", "did you mean `write`?"),
    (W_YAML, "kind: write", "kind: Write", "kind:", "did you mean `write`?"),
    (W_YAML, "hints:", "hint:", "hint:", "did you mean `hints`?"),
    (W_YAML, "title: What", "titel: What", "titel:", "did you mean `title`?"),
    (W_YAML, "title: What a parcel weighs", 'title: "What a parcel weighs', "title:", "never closed"),
    (W_YAML, "  - What does one thing weigh?", '  - "What does one thing weigh?', "one thing",
     "never closed"),
    (W_YAML, 'title: What a parcel weighs', 'title: "What\nmodule: "weight"', 'title: "What',
     "a quote is opened here and never closed"),
    (W_YAML, "  - What does one thing weigh?", "  - What: does one: thing weigh?", "one: thing",
     "needs quotes"),
    (W_YAML, "kind: write", "kind: write\ndifficulty: 9", "difficulty:", "`difficulty`"),
    (W_YAML, "kind: write", "kind: write\ntimeout: 0", "timeout:", "`timeout`"),
    (W_YAML, "kind: write", "kind: write\nminutes: ten", "minutes:", "`minutes`"),
    (W_YAML, "kind: write", "kind: write\nkind: fix", "kind: fix", "is here twice"),
    (W_YAML, "kind: write", "kind: write\nstatus: done", "status:", "`status`"),
    (W_YAML, "probes:", "rules:\n  must_use: [for loop]\nprobes:", "must_use",
     "is not a construct; did you mean `for_loop`?"),
    (W_YAML, "probes:", "rules:\n  locked: [box]\n  locks: []\nprobes:", "locks:", "did you mean"),
    (W_YAML, "title: What a parcel weighs", f"title: {LONG}", "title:", "characters; at most 60"),
    # ---- spelling
    (W_YAML, "the weight of a parcel", "the wieght, seperate from a parcel", "wieght", ""),
    (W_YAML, "a box.\n", "a box, seperately.\n", "seperately", "is spelt “separately”"),
    (W_YAML, "What does one thing", "What does the the thing", "the the", "the same word twice"),
    (W_YAML, "Multiply, then", "Multiply the lenght, then", "lenght", "is spelt “length”"),
    (FORGETS, BOX, "You recieve a box and forget it.", '"""You', "is spelt “receive”"),
    (f"{REVIEW}/defects.yaml", "should be free", "shoud be free", "shoud", "is spelt “should”"),
    (f"{GROW}/milestones/01-start/milestone.yaml", "One line", "Teh line", "Teh", "is spelt “the”"),
    (FUNCTIONS, "Nothing is handed back.", "Nothing is retruned, definately.", "definately", "is spelt"),
    # ---- reviews
    (f"{REVIEW}/change.diff", "@@ -1,3 +1,10 @@", "@@ -1,3 +1,9 @@", "@@", "promises 3 old and 9 new"),
    (f"{REVIEW}/change.diff", "@@ -1,3 +1,10 @@", "@@ -1,5 +1,10 @@", "@@", "does not apply"),
    (f"{REVIEW}/change.diff", "@@ -1,3 +1,10 @@\n", "", "", "there is no `@@`"),
    (f"{REVIEW}/change.diff", "--- a/fee.py\n+++ b/fee.py\n", "", "", ""),
    (f"{REVIEW}/change.diff", "+    return 0\n", "    return 0\n", "@@", "does not apply"),
    (f"{REVIEW}/change.diff", "+    return 0\n", "return 0\n", "return 0", "begins with a space, `+`"),
    (f"{REVIEW}/defects.yaml", "[7]", "[5]", "- lines", "is not changed by the diff"),
    (f"{REVIEW}/defects.yaml", "[7]", "[10]", "- lines", "is empty"),
    (f"{REVIEW}/defects.yaml", "[7]", "[70]", "- lines", "line 70 is past the end of change.diff"),
    (f"{REVIEW}/defects.yaml", "why: The third day should be free.", "why: The third day should be "
     "free.\n  - lines: [7]\n    category: style\n    why: It is ugly.", "category: style", ""),
    # ---- tests of the learner's
    (f"{BUGS}/bugs/free.py", "if days > 3:\n        return 0\n    return 0",
     "if days == 4711:\n        return 0\n    return 5 if days > 3 else 0", "4711", "exactly 4711"),
    (f"{BUGS}/bugs/third_day.py", "days >= 3", "days > 3", "", "this is fee.py itself"),
    (f"{BUGS}/exercise.yaml", "under_test: fee\n", "", "", "`under_test` is missing"),
    # ---- milestones
    (f"{GROW}/milestones/01-start/test_start.py", "from grow import first",
     "from grow import after, first", "from grow", "which only a later one asks for"),
    (f"{GROW}/milestones/02-go-on/milestone.yaml", "title: Go on", "titel: Go on", "titel", "did you"),
    # ---- lessons
    (FUNCTIONS, "title: Functions", f"title: {LONG}", "title:", "characters; at most 60"),
    (FUNCTIONS, "  - predict:\n", "  - predict:\n      shows: [nope]\n", "nope", "no concept of shop"),
    (FUNCTIONS, "  - predict:\n", "  - predict:\n      shows: [return]\n", "[return]", "not show return"),
    (FUNCTIONS, "because: It doubles.", "because: A later lesson.\n      shows: [function]", "A later",
     "speaks of “lesson”"),
    (FUNCTIONS, "check: area(2, 3) == 6", "check: area(2, 3 == 6", "check: area", "not a Python expr"),
    (FUNCTIONS, "check: half(4) == 2", "check: half(4) = 2", "check: half", "not a Python expression"),
    (FUNCTIONS, "check: area(2, 3) == 6", 'check: "True"', "check:", "does not look at the program"),
    (FUNCTIONS, "print(double(4))\n      output", "print(sum([double(4)]))\n      output", "print(sum",
     "which is taught only later, in web/adding-up"),
    (FUNCTIONS, "            weight * 2\n", "            import imp\n            weight * 2\n", "import imp",
     "is gone since Python 3.12"),
    (FUNCTIONS, "            weight * 2\n", f"            weight * 2  # {'and so on ' * 8}\n", "code: |",
     "columns; at most 80 fit"),
    (FUNCTIONS, "teaches: [function, return]", "teaches: [function, return]\nahead: [return]", "ahead:",
     "return is taught by then"),
    (FUNCTIONS, "teaches: [function, return]", "teaches: [function, return]\nahead: [sum]", "ahead:",
     "no program of this lesson uses sum"),
    (FUNCTIONS, "      code: |\n        def double(weight):\n            return",
     "      needs: [scipy]\n      code: |\n        def double(weight):\n            return", "needs:",
     "nobody can be sure to have scipy"),
    (FUNCTIONS, "`return`** hands a value back.\n", "`return`** hands a value back, see [it](lists).\n", "- text", "no lesson"),
    (FUNCTIONS, "`return`** hands a value back.\n", "`return`** hands a value back, as in `shop/wight`.\n", "- text", "no lesson"),
    (FUNCTIONS, "Nothing is handed back.", "It is not an iterator.", "because: It is", "“iterator”"),
    (FUNCTIONS, "Nothing is handed back.", f"{LONG}, {LONG}.", "because:", "words; make two of it"),
    (FUNCTIONS, "I look at the returns first.", "TODO: a note", "TODO", "still to do: a note"),
    (FUNCTIONS, "minutes: 5", "minutes: 500", "minutes:", "`minutes`"),
    (FUNCTIONS, "  - predict:", "  - perdict:", "perdict", "did you mean `predict`?"),
    (FUNCTIONS, "answers: [return]", "answers: [return, 2]", "- blank", "the code has 1 `___`"),
    (FUNCTIONS, "correct: true", "correct: false", "- choose", "no choice is `correct: true`"),
    (FUNCTIONS, "line: 2", "line: 7", "- spot", "line 7 is past the end of the code"),
    (FUNCTIONS, "shop/weight", "shop/wait", "shop/wait", "there is no exercise shop/wait"),
    (FUNCTIONS, "[function, return]", "[function, yield]", "teaches:", "which no module.yaml defines"),
    (TESTS, "exercise: shop/grow", "exercise: shop/weight", "shop/weight", "in the course twice"),
    # ---- the course
    ("lessons/course.yaml", "  - web\n", "", "", "module web is not in course.yaml"),
    ("lessons/course.yaml", "  - web\n", "  - web\n  - data\n", "- data", "no folder for module data"),
    ("lessons/course.yaml", "  - web\n", "  - web\n  - web\n", "", "is here twice"),
    ("lessons/course.yaml", "  - web\n", "  - web\npaths:\n  - id: one\n    title: One\n"
     "    audience: You.\n    modules: [shop]\n    keep: [web]\n", "- id: one", "in `keep` or `one_of`"),
    ("lessons/course.yaml", "  - web\n", "  - web\npaths:\n  - id: one\n    title: One\n"
     "    audience: You.\n    modules: [shop]\n    only: [shop/gone]\n", "- id: one", "no such lesson"),
    (MODULE, "  sum:\n", "  tax:\n    name: tax\n    means: What the state takes.\n  sum:\n", "tax:",
     "no lesson teaches tax"),
    (MODULE, '["call:sum"]', '["call sum"]', "sum:", "which there is not"),
    (ADDING, "[sum]", "[sum, return]", "teaches:", "already taught in shop/functions"),
]  # fmt: skip

MIXED = "lessons/misconceptions.yaml"
ONE = "one: {name: N, words: W, apart: A, question: shop/functions#3"

MADE = [
    # made, its text (None for a folder's move), the place told, words
    (MIXED, ONE + "}\n", MIXED, "nothing shows one"),
    (MIXED, ONE.replace("#3", "#1") + ", causes: [x]}\n", MIXED, "functions#1 is no question"),
    (MIXED, ONE + ", mistakes: [shop/weight/gone]}\n", MIXED, "there is no mistake shop/weight/gone"),
    (MIXED, ONE + ", choices: {shop/functions#3: [9]}}\n", MIXED, "has no wrong choice '9'"),
    (MIXED, ONE + ", causes: [x, x]}\n", MIXED, "x shows two misconceptions"),
    ("lessons/notes.txt", "x", "lessons/notes.txt", "nothing reads this"),
    ("lessons/01-shop/old.yml", "x", "lessons/01-shop/old.yml", "nothing reads this"),
    ("exercises/notes.txt", "x", "exercises/notes.txt", "nothing reads this"),
    ("exercises/shop/notes.txt", "x", "exercises/shop/notes.txt", "nothing reads this"),
    (f"{WEIGHT}/notes.py", "x = 1", f"{WEIGHT}/notes.py", "nothing reads this"),
    (f"{WEIGHT}/drafts/one.py", "x = 1", f"{WEIGHT}/drafts", "nothing reads this"),
    (f"{WEIGHT}/mistakes/notes.txt", "x", f"{WEIGHT}/mistakes/notes.txt", "nothing reads this"),
    (f"{WEIGHT}/mistakes/third.py", "x = 1\n", f"{WEIGHT}/mistakes/third.py", "there is no docstring"),
    (f"{WEIGHT}/data/prices.csv", "1\n", f"{WEIGHT}/data/prices.csv", "nothing in the exercise names"),
    ("lessons/01-shop/01-more.yaml", None, "lessons/01-shop/01-more.yaml", "has the number 01 as well"),
    ("lessons/01-shop/more.yaml", None, "lessons/01-shop/more.yaml", "is named 02-like-this.yaml"),
    ("lessons/01-shop/100-more.yaml", None, "lessons/01-shop/100-more.yaml", "is named 02-like-this"),
    ("lessons/01-shop/03-Möhre.yaml", None, "lessons/01-shop/03-Möhre.yaml", "is named 02-like-this"),
    ("lessons/03-Web/01-a.yaml", None, "lessons/03-Web", "a module's folder is named 03-like-this"),
    ("exercises/shop/ghost/starter.py", "x = 1\n", "exercises/shop/ghost", "there is no exercise.yaml"),
    ("exercises/shpo/weight/exercise.yaml", "title: x\n", "exercises/shpo", "there is no module shpo"),
]  # fmt: skip

MOVES = [
    # from, to, the place told, words
    (WEIGHT, "exercises/shop/Weight", "exercises/shop/Weight", "folder is named like_this"),
    (WEIGHT, "exercises/shop/gewöhnlich", "exercises/shop/gewöhnlich", "folder is named like_this"),
    (WEIGHT, "exercises/shop/json", "exercises/shop/json/exercise.yaml", "hide the module `json`"),
    (f"{GROW}/milestones/02-go-on", f"{GROW}/milestones/go-on", f"{GROW}/milestones/go-on",
     "a milestone's folder is named 01-like-this"),
    (f"{GROW}/milestones/02-go-on", f"{GROW}/milestones/03-go-on", f"{GROW}/milestones/03-go-on",
     "this is milestone 2 and its number is 03"),
    (f"{GROW}/milestones/02-go-on", f"{GROW}/milestones/01-zoo", f"{GROW}/milestones/01-zoo",
     "this is milestone 2 and its number is 01"),
    (MODULE, "", "lessons/01-shop", "there is no module.yaml, so its concepts are not known"),
    (f"{WEIGHT}/solution.py", "", f"{WEIGHT}/solution.py", "this file is missing"),
    (f"{WEIGHT}/starter.py", "", f"{WEIGHT}/starter.py", "this file is missing"),
    (W_TESTS, "", WEIGHT, "there are no tests; add test_weight.py"),
    (f"{REVIEW}/change.diff", "", f"{REVIEW}/change.diff", "this file is missing"),
    (f"{BUGS}/bugs/free.py", "", f"{BUGS}/bugs", "only one bug"),
    (FORGETS, "", f"{WEIGHT}/mistakes", "only one known mistake"),
]  # fmt: skip
