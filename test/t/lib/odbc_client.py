"""Reads an attachment through ODBC as Excel and Power BI do. The arguments are the port, the query
of a page, and the parameter of this query.
"""
import sys

import pyodbc

port, page_query, parameter = sys.argv[1:]
connection = pyodbc.connect(
    "DRIVER={PostgreSQL"
    f" Unicode}};Servername=127.0.0.1;Port={port};Database=postgres;UID=bi;BoolsAsChar=0;TextAsLongVarchar=0"
)
cursor = connection.cursor()


def lines(query, *parameters):
    return "\n".join(
        "|".join(str(value) for value in row) for row in cursor.execute(query, *parameters)
    )


print("page: " + lines(page_query, parameter))
types = {
    row.column_name: f"{row.type_name}/{row.data_type}"
    for row in cursor.columns(schema="mot_cua", table="dossier")
}
print(
    "types: "
    + " ".join(
        f"{name}={types[name]}"
        for name in ("as_of", "received_at", "due_on", "is_late", "days_late", "online", "unit")
    )
)
print(
    "label: "
    + lines(
        "SELECT label FROM mot_cua.labels WHERE view_name = 'overdue' AND column_name = 'days_late'"
    )
)
print(
    "sums: "
    + lines(
        "SELECT sum(is_resolved), sum(is_late), sum(is_overdue), sum(is_online) FROM"
        " mot_cua.dossier"
    )
)
