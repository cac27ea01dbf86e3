"""Make the calls through ODBC, which binds parameters on the server or writes them itself."""
import sys

import pyodbc

import matrix

port = sys.argv[1]


def connect(prepare):
    return pyodbc.connect(
        "DRIVER={PostgreSQL Unicode}"
        f";Servername=127.0.0.1;Port={port};Database=postgres;UID=postgres"
        f";UseServerSidePrepare={prepare}",
        autocommit=True,
    )


def native(call):
    """Return native arguments; pyodbc binds no timedelta, so an interval stays a text."""
    return [
        value if type_name == "interval" else bound
        for (type_name, value), bound in zip(call["arguments"], matrix.native(call))
    ]


def asker(connection):
    def ask(call, arguments):
        try:
            row = connection.cursor().execute(matrix.query(call, "?"), *arguments).fetchone()
            return row[0]
        except pyodbc.Error as error:
            return "!" + error.args[0]

    return ask


for prepare in (0, 1):
    connection = connect(prepare)
    where = ("written", "bound")[prepare]
    for zone in matrix.ZONES:
        connection.execute(f"SET TimeZone = '{zone}'")
        ask = asker(connection)
        matrix.run(f"native, {where}", zone, native, ask)
        matrix.run(f"untyped, {where}", zone, matrix.values, ask)
        matrix.run(f"null, {where}", zone, matrix.nulls, ask)
