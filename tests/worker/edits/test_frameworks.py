"""What a function left out towards a database, a framework, or the one who calls it."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.frameworks import of_function
from course.worker.edits.queries import of_words


def mended(source: str) -> list[tuple[str, int, str, str]]:
    """The kind, the line, what is named, and the program, for each edit of the only function."""
    tree = ast.parse(source)
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    found = []
    for edit in of_function(function):
        assert edit.function == "f"
        with edit.made():
            program = ast.unparse(ast.fix_missing_locations(tree))
        found.append((edit.kind, edit.line, edit.was, program))
    assert ast.unparse(tree) == ast.unparse(ast.parse(source))
    return found


WRITES = "db.execute('INSERT INTO t VALUES (1)')"


@pytest.mark.parametrize(
    ("body", "line", "wanted"),
    [
        (f"{WRITES}", 2, f"{WRITES}\n    db.commit()"),
        (f"{WRITES}\n    return 1", 2, f"{WRITES}\n    db.commit()\n    return 1"),
        (f"{WRITES}\n    {WRITES}", 3, f"{WRITES}\n    {WRITES}\n    db.commit()"),
        (f"rows = 1\n    n = self.{WRITES}", 3, f"rows = 1\n    n = self.{WRITES}\n"
         "    self.db.commit()"),
        ("db.executemany(' delete from t', xs)", 2, "db.executemany(' delete from t', xs)\n"
         "    db.commit()"),
        ("sql = 'UPDATE t SET n = 1'\n    db.execute(sql)", 3,
         "sql = 'UPDATE t SET n = 1'\n    db.execute(sql)\n    db.commit()"),
        ("for x in xs:\n        db.execute('REPLACE INTO t VALUES (1)')", 3,
         "for x in xs:\n        db.execute('REPLACE INTO t VALUES (1)')\n    db.commit()"),
        ("db.execute('SELECT 1')", 0, ""),
        ("db.execute('INSERTED')", 0, ""),
        ("db.run('INSERT INTO t VALUES (1)')", 0, ""),
        ("execute('INSERT INTO t VALUES (1)')", 0, ""),
        (f"return {WRITES}", 0, ""),
        (f"{WRITES}\n    return db.execute('SELECT 1')", 0, ""),
        ("db.execute(3)", 0, ""),
    ],
)  # fmt: skip
def test_a_change_that_is_not_kept(body: str, line: int, wanted: str) -> None:
    edits = mended(f"def f(db, xs):\n    {body}\n")
    assert edits == (
        [("commit_missing", line, "", f"def f(db, xs):\n    {wanted}")] if line else []
    )


@pytest.mark.parametrize(
    ("mark", "head", "edits"),
    [
        ("@app.get('/a/<n>')", "def f(n)", [(1, "@app.get('/a/<int:n>')", "def f(n)")]),
        ("@app.route('/a/<n>', a=1)", "def f(n)",
         [(1, "@app.route('/a/<int:n>', a=1)", "def f(n)")]),
        ("@app.post('/<n>/<k>')", "def f(n, k)", [
            (1, "@app.post('/<int:n>/<k>')", "def f(n, k)"),
            (1, "@app.post('/<n>/<int:k>')", "def f(n, k)"),
        ]),
        ("@app.put('/a/{n}')", "def f(n)", [(2, "@app.put('/a/{n}')", "def f(n: int)")]),
        ("@app.patch('/a/{n}')", "async def f(n, k)",
         [(2, "@app.patch('/a/{n}')", "async def f(n: int, k)")]),
        ("@app.delete('/a/{n}')", "def f(n: str)", []),
        ("@app.get('/a/<int:n>')", "def f(n)", []),
        ("@app.get('/a')", "def f(n)", []),
        ("@app.get(URL)", "def f(n)", []),
        ("@app.get(3)", "def f(n)", []),
        ("@app.get()", "def f(n)", []),
        ("@app.get", "def f(n)", []),
        ("@get('/a/<n>')", "def f(n)", []),
        ("@app.made('/a/<n>')", "def f(n)", []),
        ("@made\n@app.get('/a/<n>')", "def f(n)", [(2, "@made\n@app.get('/a/<int:n>')",
                                                  "def f(n)")]),
    ],
)  # fmt: skip
def test_a_number_in_a_route(mark: str, head: str, edits: list[tuple[int, str, str]]) -> None:
    found = [(line, program) for _, line, _, program in mended(f"{mark}\n{head}:\n    return n\n")]
    assert found == [(line, f"{mark}\n{head}:\n    return n") for line, mark, head in edits]
    kinds = {(kind, was) for kind, _, was, _ in mended(f"{mark}\n{head}:\n    return n\n")}
    assert kinds <= {("not_converted", "n"), ("not_converted", "k")}


@pytest.mark.parametrize(
    ("arguments", "body", "wanted"),
    [
        ("a", "a = 1", ["a.clear()\n    a.update(1)", "a[:] = 1"]),
        ("a, /", "a = 1", ["a.clear()\n    a.update(1)", "a[:] = 1"]),
        ("a", "b = 2\n    a = b\n    return a",
         ["b = 2\n    a.clear()\n    a.update(b)\n    return a",
          "b = 2\n    a[:] = b\n    return a"]),
        ("a", "if a:\n        pass\n    else:\n        a = 1",
         ["if a:\n        pass\n    else:\n        a.clear()\n        a.update(1)",
          "if a:\n        pass\n    else:\n        a[:] = 1"]),
        ("a", "try:\n        pass\n    except E:\n        a = 1",
         ["try:\n        pass\n    except E:\n        a.clear()\n        a.update(1)",
          "try:\n        pass\n    except E:\n        a[:] = 1"]),
        ("a", "try:\n        pass\n    finally:\n        a = 1",
         ["try:\n        pass\n    finally:\n        a.clear()\n        a.update(1)",
          "try:\n        pass\n    finally:\n        a[:] = 1"]),
        ("a", "def g(a):\n        a = 1", []),
        ("a", "class G:\n        a = 1", []),
        ("a", "a = b = 1", []),
        ("a", "b = 1", []),
        ("a", "a.b = 1", []),
        ("a", "a += 1", []),
        ("self", "self = 1", []),
        ("cls", "cls = 1", []),
        ("*, a", "a = 1", []),
    ],
)  # fmt: skip
def test_a_name_that_gets_another_object(arguments: str, body: str, wanted: list[str]) -> None:
    edits = mended(f"def f({arguments}):\n    {body}\n")
    assert [program for *_, program in edits] == [f"def f({arguments}):\n    {it}" for it in wanted]
    assert {(kind, was) for kind, _, was, _ in edits} <= {("only_renamed", "a")}


@pytest.mark.parametrize(
    ("query", "others"),
    [
        ("SELECT n FROM t JOIN u", ["SELECT n FROM t LEFT JOIN u"]),
        ("select n from t join u", ["select n from t LEFT JOIN u"]),
        ("SELECT n FROM t LEFT JOIN u", ["SELECT n FROM t JOIN u"]),
        ("SELECT n FROM t INNER JOIN u", []),
        ("SELECT n FROM t CROSS JOIN u", []),
        ("SELECT n FROM t LEFT OUTER JOIN u", []),
        ("SELECT n FROM t WHERE n > 1", ["SELECT n FROM t WHERE n >= 1"]),
        ("SELECT n FROM t WHERE n >= 1", ["SELECT n FROM t WHERE n > 1"]),
        ("SELECT n FROM t WHERE n < 1", ["SELECT n FROM t WHERE n <= 1"]),
        ("SELECT n FROM t WHERE n <= 1", ["SELECT n FROM t WHERE n < 1"]),
        ("SELECT n FROM t WHERE n <> 1", []),
        ("SELECT n FROM t WHERE n != 1", []),
        ("SELECT n FROM t WHERE a AND b", ["SELECT n FROM t WHERE a OR b"]),
        ("SELECT n FROM t WHERE a OR b", ["SELECT n FROM t WHERE a AND b"]),
        ("SELECT n FROM t ORDER BY a DESC", ["SELECT n FROM t ORDER BY a"]),
        ("SELECT description FROM brands", []),
        ("Less than: a < b", []),
    ],
)
def test_one_word_or_sign_of_a_query(query: str, others: list[str]) -> None:
    tree = ast.parse(repr(query))
    node = tree.body[0].value  # type: ignore[attr-defined]
    found = []
    for edit in of_words(node, "f"):
        assert (edit.kind, edit.line, edit.function) == ("clause", 1, "f")
        with edit.made():
            found.append(node.value)
    assert found == others


def test_the_clause_and_the_line_of_a_word_and_how_many_are_tried() -> None:
    tree = ast.parse('"""SELECT n\nFROM t JOIN u\nWHERE n > 1"""')
    edits = of_words(tree.body[0].value, "f")  # type: ignore[attr-defined]
    assert [(edit.line, edit.was) for edit in edits] == [(2, "JOIN"), (3, "WHERE")]
    many = ast.Constant("SELECT n FROM t WHERE a" + " AND a" * 30, lineno=1, end_lineno=1)
    assert len(of_words(many, "f")) == 24
    assert of_words(ast.Constant(b"SELECT n > 1"), "f") == []


def test_a_change_that_stays_where_an_exception_comes() -> None:
    kept = f"try:\n        {WRITES}\n    except ValueError:\n        raise"
    undone = kept.replace("raise", "db.rollback()\n        raise")
    edits = [it for it in mended(f"def f(db):\n    {kept}\n") if it[0] == "rollback_missing"]
    assert edits == [("rollback_missing", 4, "db", f"def f(db):\n    {undone}")]
    assert not [it for it in mended(f"def f(db):\n    {undone}\n") if it[0] == "rollback_missing"]


@pytest.mark.parametrize(
    ("body", "line", "wanted"),
    [
        ("db.add(x)\n    db.commit()", 3, "db.add(x)"),
        ("for x in xs:\n        db.add(x)\n        db.commit()\n    return 1", 4,
         "for x in xs:\n        db.add(x)\n    return 1"),
        ("if xs:\n        db.commit()", 3, "if xs:\n        pass"),
        ("db.commit", 0, ""),
    ],
)  # fmt: skip
def test_a_change_that_is_kept_too_soon(body: str, line: int, wanted: str) -> None:
    edits = [it for it in mended(f"def f(db, xs):\n    {body}\n") if it[0] == "commit_too_soon"]
    assert edits == (
        [("commit_too_soon", line, "", f"def f(db, xs):\n    {wanted}")] if line else []
    )
