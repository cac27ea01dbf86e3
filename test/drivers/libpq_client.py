"""Make the calls through libpq itself, by PQexecParams with and without the OIDs of types."""
import ctypes

import matrix

UNKNOWN, TEXT, VARCHAR = 0, 25, 1043
TUPLES_OK, SQLSTATE = 2, ord("C")

libpq = ctypes.CDLL("libpq.so.5")
for name in ("PQconnectdb", "PQexecParams", "PQexec"):
    getattr(libpq, name).restype = ctypes.c_void_p
for name in ("PQgetvalue", "PQresultErrorField"):
    getattr(libpq, name).restype = ctypes.c_char_p


def texts(values):
    encoded = [None if value is None else value.encode() for value in values]
    return (ctypes.c_char_p * len(values))(*encoded)


def ask_with(connection, statement, values, types):
    """Return the answer of a statement with parameters of these OIDs, or ! and the SQLSTATE."""
    result = ctypes.c_void_p(
        libpq.PQexecParams(
            connection,
            statement.encode(),
            len(values),
            (ctypes.c_uint * len(values))(*types),
            texts(values),
            None,
            None,
            0,
        )
    )
    try:
        if libpq.PQresultStatus(result) != TUPLES_OK:
            return "!" + libpq.PQresultErrorField(result, SQLSTATE).decode()
        if libpq.PQgetisnull(result, 0, 0):
            return None
        return libpq.PQgetvalue(result, 0, 0).decode()
    finally:
        libpq.PQclear(result)


def type_oid(connection, name):
    return int(ask_with(connection, "SELECT $1::regtype::oid", [name], [UNKNOWN]))


def asker(connection, types_of):
    def ask(call, arguments):
        return ask_with(connection, matrix.query(call, r"$\1"), arguments, types_of(call))

    return ask


def all_of(oid):
    return lambda call: [oid for _ in call["arguments"]]


connection = ctypes.c_void_p(libpq.PQconnectdb(b""))
oids = {
    name: type_oid(connection, name)
    for name in {name for call in matrix.CALLS for name, _ in call["arguments"]}
}


def true_types(call):
    return [oids[name] for name, _ in call["arguments"]]


for zone in matrix.ZONES:
    ask_with(connection, "SELECT set_config('TimeZone', $1, false)", [zone], [UNKNOWN])
    matrix.run("native", zone, matrix.values, asker(connection, true_types))
    matrix.run("string, text", zone, matrix.values, asker(connection, all_of(TEXT)))
    matrix.run("string, varchar", zone, matrix.values, asker(connection, all_of(VARCHAR)))
    matrix.run("untyped", zone, matrix.values, asker(connection, all_of(UNKNOWN)))
    matrix.run("null, native", zone, matrix.nulls, asker(connection, true_types))
    matrix.run("null, untyped", zone, matrix.nulls, asker(connection, all_of(UNKNOWN)))
libpq.PQfinish(connection)
