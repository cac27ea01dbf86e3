"""Make the calls through psycopg 3, which binds on the server or writes values itself."""
import psycopg
from psycopg.types.string import StrDumperVarchar

import matrix


def asker(connection, cursor_class):
    def ask(call, arguments):
        named = {f"p{at}": value for at, value in enumerate(arguments, 1)}
        try:
            with cursor_class(connection) as cursor:
                cursor.execute(matrix.query(call, r"%(p\1)s"), named)
                return cursor.fetchone()[0]
        except psycopg.Error as error:
            return "!" + (error.sqlstate or str(error))

    return ask


def run(name, connection, zone, cursor_class):
    ask = asker(connection, cursor_class)
    matrix.run(f"native, {name}", zone, matrix.native, ask)
    matrix.run(f"native, {name}, instants", zone, lambda call: matrix.native(call, True), ask)
    matrix.run(f"untyped, {name}", zone, matrix.values, ask)
    matrix.run(f"null, {name}", zone, matrix.nulls, ask)


for zone in matrix.ZONES:
    with psycopg.connect("", autocommit=True) as connection:
        connection.execute("SELECT set_config('TimeZone', %s, false)", (zone,))
        run("bound", connection, zone, psycopg.Cursor)
        run("written", connection, zone, psycopg.ClientCursor)
        connection.adapters.register_dumper(str, StrDumperVarchar)
        matrix.run("string", zone, matrix.values, asker(connection, psycopg.Cursor))
