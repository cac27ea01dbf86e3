"""Read the calls and print the lines that drivers.pl reads. All clients in Python use this."""
import datetime
import decimal
import json
import pathlib
import re

CALLS = json.loads((pathlib.Path(__file__).parent / "calls.json").read_text(encoding="utf-8"))
ZONES = ("Asia/Ho_Chi_Minh", "UTC", "America/New_York")
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


def query(call, placeholder):
    """Return the statement of a call with the placeholders of a driver; its answer is text."""
    return f"SELECT ({re.sub('[$]([0-9])', placeholder, call['call'])})::text"


def values(call):
    return [value for _, value in call["arguments"]]


def nulls(call):
    return [None for _ in call["arguments"]]


def native(call, aware=False):
    """Return the arguments of a call as objects of Python; other types than these stay texts."""
    return [to_object(type_name, value, aware) for type_name, value in call["arguments"]]


def to_object(type_name, value, aware):
    if value is None:
        return None
    if type_name == "date":
        return datetime.date.fromisoformat(value)
    if type_name == "timestamp":
        moment = datetime.datetime.fromisoformat(value)
        return moment.replace(tzinfo=VIETNAM) if aware else moment
    if type_name == "interval":
        return datetime.timedelta(hours=int(value.split()[0]))
    if type_name in ("integer", "bigint"):
        return int(value)
    if type_name == "numeric":
        return decimal.Decimal(value)
    return value


def tell(mode, zone, number, answer):
    """Print what a call gave: a text, \\N for NULL, or ! and the SQLSTATE of its error."""
    print(mode, zone, number, "\\N" if answer is None else answer, sep="\t")


def run(mode, zone, arguments_of, ask):
    """Make every call with the arguments of a mode; `ask` returns the answer or the SQLSTATE."""
    for number, call in enumerate(CALLS):
        tell(mode, zone, number, ask(call, arguments_of(call)))
