"""Make the calls through psycopg2, which writes values into the statement."""
import psycopg2

import matrix


def asker(connection):
    def ask(call, arguments):
        named = {f"p{at}": value for at, value in enumerate(arguments, 1)}
        try:
            with connection.cursor() as cursor:
                cursor.execute(matrix.query(call, r"%(p\1)s"), named)
                return cursor.fetchone()[0]
        except psycopg2.Error as error:
            return "!" + (error.pgcode or str(error))

    return ask


connection = psycopg2.connect("")
connection.autocommit = True
for zone in matrix.ZONES:
    connection.cursor().execute("SELECT set_config('TimeZone', %s, false)", (zone,))
    ask = asker(connection)
    matrix.run("native", zone, matrix.native, ask)
    matrix.run("native, instants", zone, lambda call: matrix.native(call, aware=True), ask)
    matrix.run("untyped", zone, matrix.values, ask)
    matrix.run("null", zone, matrix.nulls, ask)
