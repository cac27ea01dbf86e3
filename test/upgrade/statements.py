#!/usr/bin/python3
"""Compares a built update script with the install script, on PostgreSQL's own parse tree.

statements.py UPDATE_SCRIPT INSTALL_SCRIPT
The first must be what an empty delta gives: each function, view, aggregate and comment of the
second once and in their order, and nothing else. Prints how many statements were replayed and how
many were left out, by their kind; what differs goes to standard error.
"""
import collections
import sys

from pglast import ast, enums, parse_sql

REPLACED = (ast.CreateFunctionStmt, ast.ViewStmt)


def statements(path):
    with open(path, encoding="utf-8") as file:
        text = "".join(line for line in file if not line.startswith("\\"))
    return [raw.stmt for raw in parse_sql(text.replace("@extowner@", "extowner"))]


def kind(statement):
    if isinstance(statement, ast.DefineStmt):
        return "Create " + enums.ObjectType(statement.kind).name.split("_", 1)[1].lower()
    return type(statement).__name__


def is_replaced(statement):
    return isinstance(statement, REPLACED) or kind(statement) == "Create aggregate"


def is_place(key):
    """True if a field of the tree is a place in the text; each major of PostgreSQL adds some."""
    return key.endswith(("location", "list_start", "list_end")) or key == "stmt_len"


def without_places(tree):
    """The tree without the places in the text, to be compared."""
    if isinstance(tree, dict):
        return {key: without_places(value) for key, value in tree.items() if not is_place(key)}
    if isinstance(tree, (list, tuple)):
        return [without_places(value) for value in tree]
    return tree


def as_replayed(statement):
    if is_replaced(statement):
        statement.replace = True
    return without_places(statement(skip_none=True))


def main():
    modules = [stmt for path in sys.argv[2:] for stmt in statements(path)]
    replaced = [stmt for stmt in modules if is_replaced(stmt)]
    comments = [stmt for stmt in modules if isinstance(stmt, ast.CommentStmt)]
    left_out = [
        stmt for stmt in modules if not is_replaced(stmt) and not isinstance(stmt, ast.CommentStmt)
    ]
    expected = [as_replayed(stmt) for stmt in replaced + comments]
    found = statements(sys.argv[1])
    path = getattr(found[0], "name", None) if isinstance(found[0], ast.VariableSetStmt) else None
    if path != "search_path":
        print("the script does not begin with SET LOCAL search_path", file=sys.stderr)
        return 1
    found = [without_places(stmt(skip_none=True)) for stmt in found[1:]]
    for at, (one, other) in enumerate(zip(expected, found)):
        if one != other:
            print(f"statement {at} differs:\n{one}\n{other}", file=sys.stderr)
            return 1
    if len(expected) != len(found):
        print(f"{len(expected)} statements expected, {len(found)} found", file=sys.stderr)
        return 1
    for title, part in (("replayed", replaced + comments), ("left out", left_out)):
        kinds = collections.Counter(kind(stmt) for stmt in part)
        print(f"{title}: {len(part)}:", ", ".join(f"{n} {k}" for k, n in sorted(kinds.items())))
    return 0


sys.exit(main())
