"""What a database says of SQL that it cannot run, and what nobody tells it to keep."""

from __future__ import annotations

import ast
import re

from course.checking.words import code
from course.explaining.evidence import Evidence, Saying
from course.explaining.exception_scene import Reason, Scene
from course.explaining.syntax_tree import Function, body_nodes


def database_error(scene: Scene) -> Reason | None:
    """An error of SQLite or SQLAlchemy: the place in the SQL, or what does not fit it."""
    message = scene.message.partition("\n")[0]
    message = re.sub(r"^\(sqlite3\.\w+\) ", "", message)
    for pattern, name, text in _MESSAGES:
        if match := re.search(pattern, message):
            sentence = text
            for number, group in enumerate(match.groups(), 1):
                sentence = sentence.replace(f"{{{number}}}", group or "")
            line = _line_with(match.group(1), scene) if name in _OF_A_WORD else None
            if line is not None and line != scene.line:
                sentence = sentence.replace("The SQL ", f"The SQL on line {line} ")
                return Reason(name, sentence, line)
            if name == "sql_bindings":
                sentence += _lonely_value(scene)
            if name == "sql_syntax" and match.group(match.lastindex or 0).upper() in _AFTER_A_LIST:
                word = match.group(1)
                sentence = _comma_before(word, scene) or _out_of_order(word, scene) or sentence
            return Reason(name, sentence)
    return Reason("sql_error", f"The database says: {code(message, 120)}.")


_OF_A_WORD = frozenset({"sql_column", "sql_table", "sql_function"})
_QUERY = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE)\b", re.IGNORECASE)


def _line_with(word: str, scene: Scene) -> int | None:
    """The only line of the file's SQL that has the word."""
    written = re.compile(rf"(?<![\w.]){re.escape(word)}(?!\w)")
    lines = {
        number
        for node in (ast.walk(scene.evidence.tree) if scene.evidence.tree else ())
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _QUERY.match(node.value)
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        if written.search(scene.evidence.code(number))
    }
    return lines.pop() if len(lines) == 1 else None


_AFTER_A_LIST = {"FROM", "WHERE", "ORDER", "GROUP", "HAVING", "SET"}


def _comma_before(word: str, scene: Scene) -> str:
    """A comma between the last name and the word after the list."""
    found = re.search(rf",\s*{word}\b", scene.evidence.source, re.IGNORECASE)
    return (
        f"The database cannot read the SQL at `{word}`: there is a comma before it, and the last "
        "name of a list has none."
        if found
        else ""
    )


_IN_ORDER = ("FROM", "WHERE", "GROUP BY", "HAVING", "ORDER BY", "LIMIT")


def _out_of_order(word: str, scene: Scene) -> str:
    """A clause that stands after one that it has to stand before."""
    clause = next((it for it in _IN_ORDER if it.split()[0] == word.upper()), None)
    for node in ast.walk(scene.evidence.tree) if scene.evidence.tree and clause else ():
        text = node.value if isinstance(node, ast.Constant) else None
        if not (isinstance(text, str) and _QUERY.match(text)) or "(" in text.partition(word)[0]:
            continue  # what is in parentheses may be a query of its own
        words = " ".join(text.upper().split())
        before = words.partition(f" {clause} ")[0] if f" {clause} " in words else ""
        later = _IN_ORDER[_IN_ORDER.index(clause or "FROM") + 1 :]
        if (found := next((it for it in later if f" {it} " in before), None)) is not None:
            return (
                f"The database cannot read the SQL at `{word}`: it comes after `{found}` there, "
                f"and `{clause}` has to come before `{found}`."
            )
    return ""


def _lonely_value(scene: Scene) -> str:
    """`(name)` in the place of `(name,)`."""
    for call in scene.nodes(ast.Call):
        if ast.unparse(call.func).endswith("execute") and len(call.args) == 2:
            given = call.args[1]
            if isinstance(given, ast.Name) and scene.kind_of(given) == "str":
                return (
                    f" `{given.id}` is a string, and each of its characters counts as one; "
                    "`(value,)`, with a comma, is one value."
                )
    return ""


_MESSAGES = (
    (
        r'near "(.+?)": syntax error',
        "sql_syntax",
        "The database cannot read the SQL at `{1}`: a word there is misspelt, missing or too many.",
    ),
    (
        r"parameters are of unsupported type",
        "sql_bindings",
        "What goes in for the `?` is a tuple or a list. One value in parentheses is not a tuple; "
        "`(value,)`, with a comma, is one.",
    ),
    (r"incomplete input", "sql_syntax", "The SQL stops too soon: the database waits for more."),
    (
        r'unrecognized token: "(.+)"',
        "sql_syntax",
        "The database cannot read the SQL at `{1}`. Are the quotes in pairs?",
    ),
    (
        r"no such column: (\S+)",
        "sql_column",
        "The SQL names a column `{1}`, and no table in it has one. In SQL, text goes between "
        "single quotes.",
    ),
    (
        r"table (\S+) has no column named (\S+)",
        "sql_column",
        "The SQL names a column `{2}`, and the table `{1}` has none of that name.",
    ),
    (r"no such table: (\S+)", "sql_table", "The SQL names a table `{1}`, which is not there."),
    (
        r"ambiguous column name: (\S+)",
        "sql_column",
        "More than one table has a column `{1}`: say which, as in `table.{1}`.",
    ),
    (
        r"no such function: (\S+)",
        "sql_function",
        "The SQL calls `{1}`, which SQLite does not have.",
    ),
    (
        r"misuse of aggregate",
        "sql_aggregate",
        "`SUM`, `COUNT` and the like cannot be used in `WHERE`; for groups there is `HAVING`.",
    ),
    (
        r"Incorrect number of bindings supplied.*? uses (\d+), and there (?:is|are) (\d+)",
        "sql_bindings",
        "Each `?` needs a value: the SQL has {1} `?` and gets {2}.",
    ),
    (
        r"UNIQUE constraint failed: (\S+)",
        "sql_unique",
        "A row with the same `{1}` is there already, and the table allows only one.",
    ),
    (
        r"NOT NULL constraint failed: (\S+)",
        "sql_not_null",
        "`{1}` got no value, and it has to have one.",
    ),
    (
        r"FOREIGN KEY constraint failed",
        "sql_foreign_key",
        "A row points to another one that is not there.",
    ),
    (
        r"You can only execute one statement at a time",
        "sql_two_statements",
        "The SQL has more than one statement, and `execute` runs one at a time.",
    ),
    (
        r"cannot start a transaction within",
        "sql_transaction",
        "A transaction is open already there.",
    ),
    (
        r"Cannot operate on a closed database",
        "sql_closed",
        "The connection to the database is closed there already.",
    ),
)


_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


def never_committed(evidence: Evidence) -> Saying | None:
    """A function that writes into SQLite, and neither commits nor uses `with` on the connection."""
    if not evidence.uses("sqlite3") or "autocommit" in evidence.source:
        return None
    if "isolation_level" in evidence.source:
        return None
    for function, cases in evidence.may_run():
        nodes = body_nodes(function)
        texts = [(it.value, it.lineno) for it in nodes if isinstance(it, ast.Constant)]
        writes = [at for text, at in texts if isinstance(text, str) and _WRITES.match(text)]
        calls = [it for it in nodes if isinstance(it, ast.Call)]
        around = [it for it in evidence.functions.values() if _calls(it, function.name)]
        keeps = any(_keeps(it, evidence) for it in (function, *around))
        runs = [it.lineno for it in calls if ast.unparse(it.func).endswith((".execute", "many"))]
        if writes and runs and not keeps:
            text = (
                f"`{function.name}` writes into the database on line {runs[0]}, and nothing in it "
                "commits. Until a `commit()`, or the end of a `with` block of the connection, no "
                "other connection sees it, and it can still be lost."
            )
            return Saying(text, cases, runs[0])
    return None


def _keeps(function: Function, evidence: Evidence) -> bool:
    """Whether a function commits, calls one that does, or has a `with` block that may."""
    methods = _called(function)
    others = (evidence.functions[name] for name in methods if name in evidence.functions)
    return (
        any(isinstance(it, ast.With) for it in body_nodes(function))
        or any("commit" in name for name in methods)
        or any("commit" in ast.unparse(it) for it in others)
    )


def _calls(function: Function, name: str) -> bool:
    return function.name != name and name in _called(function)


def _called(function: Function) -> set[str]:
    calls = (it for it in body_nodes(function) if isinstance(it, ast.Call))
    return {ast.unparse(it.func).rpartition(".")[2] for it in calls}
