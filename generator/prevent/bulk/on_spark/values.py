"""What DuckDB's functions come to on Spark, so that both say the same of the same value."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from prevent.targets.sql.words import call, missing, number, text, where_true

Sql = exp.Expr

__all__ = ["KNOWN", "call", "number", "text"]

KNOWN = frozenset(
    {
        "array_distinct",
        "array_join",
        "array_size",
        "coalesce",
        "concat",
        "contains",
        "count",
        "explode",
        "filter",
        "flatten",
        "floor",
        "get",
        "left",
        "length",
        "nullif",
        "octet_length",
        "regexp_like",
        "regexp_replace",
        "slice",
        "sum",
        "to_json",
        "transform",
        "transform_values",
        "try_parse_json",
        "try_variant_get",
        "map_keys",
        "schema_of_variant",
        "startswith",
        "abs",
        "array",
        "isnan",
        "sequence",
    }
)
"""The functions of Spark that are used, each of which means there what is meant here."""

_MOST = 1_000_000_000


def entry(items: Sql, place: Sql) -> Sql:
    """The entry of a list at a place from 1; null where there is none."""
    if isinstance(place, exp.Add) and place.expression == number(1):
        return call("get", items, place.this)
    if isinstance(place, exp.Literal):
        return call("get", items, number(int(place.name) - 1))
    return call("get", items, exp.Sub(this=exp.paren(place), expression=number(1)))


def slice_from(items: Sql, first: Sql) -> Sql:
    """The entries of a list from a place on."""
    return call("slice", items, first, number(_MOST))


def count_up(length: Sql) -> Sql:
    """The numbers from 0, so many."""
    last = exp.Sub(this=length.copy(), expression=number(1))
    some = exp.GT(this=length.copy(), expression=number(0))
    none = exp.cast(call("array"), "array<int>", dialect="spark")
    return where_true([(some, call("sequence", number(0), last))], none)


def json_of(said: Sql) -> Sql:
    """Text as JSON; null where it is none.

    Spark reads one value and takes no notice of what follows it. So the text is read within a list
    and within an object too: only where nothing follows do both hold that value alone.
    """
    listed = call("try_parse_json", call("concat", text("["), said.copy(), text("]")))
    held = call("try_parse_json", call("concat", text('{"":'), said.copy(), text("}")))
    alone = exp.EQ(
        this=call("array_size", _got(listed, "$", "array<variant>")), expression=number(1)
    )
    whole = exp.and_(alone, exp.Not(this=missing(held)))
    read = where_true([(whole, call("try_parse_json", said.copy()))])
    one = exp.to_identifier("value_read", quoted=True)
    made = exp.Lambda(this=json_value(one.copy()), expressions=[one])
    return call("get", call("transform", call("array", read), made), number(0))


def json_value(value: Sql) -> Sql:
    """A value of JSON, with what is asked of it: made once, for each of them is asked often."""
    fields = {
        "kind": _kind(value),
        "said": _said(value),
        "written": call("to_json", value.copy()),
        "value": value.copy(),
    }
    made = exp.Struct(
        expressions=[
            exp.PropertyEQ(this=exp.to_identifier(key, quoted=True), expression=each)
            for key, each in fields.items()
        ]
    )
    return where_true([(exp.Not(this=missing(value.copy())), made)])


def json_entries(value: Sql) -> Sql:
    """The entries of a list in JSON."""
    one = exp.to_identifier("entry_read", quoted=True)
    made = exp.Lambda(this=json_value(one.copy()), expressions=[one])
    return call("transform", _got(_field(value, "value"), "$", "array<variant>"), made)


def json_keys(value: Sql) -> Sql:
    """The names in an object."""
    return call("map_keys", _got(_field(value, "value"), "$", "map<string, variant>"))


def json_cells(value: Sql) -> Sql:
    """What stands under each name in an object."""
    key, one = (exp.to_identifier(each, quoted=True) for each in ("key", "cell"))
    made = exp.Lambda(this=json_value(one.copy()), expressions=[key, one])
    held = _got(_field(value, "value"), "$", "map<string, variant>")
    return call("transform_values", held, made)


def json_records(value: Sql, names: Sequence[str]) -> Sql:
    """A list of objects as records of what stands under these names."""
    one = exp.to_identifier("record", quoted=True)
    fields = [
        exp.PropertyEQ(
            this=exp.to_identifier(each, quoted=True),
            expression=json_value(_got(one.copy(), f'$["{each}"]', "variant")),
        )
        for each in names
    ]
    made = exp.Lambda(this=exp.Struct(expressions=fields), expressions=[one])
    return call("transform", _got(_field(value, "value"), "$", "array<variant>"), made)


def json_type(value: Sql) -> Sql:
    """What a JSON value is, by DuckDB's names."""
    return _field(value, "kind")


def json_said(value: Sql) -> Sql:
    """What a JSON value says, as text without quotation marks."""
    return _field(value, "said")


def json_text(value: Sql) -> Sql:
    """A JSON value as it is written."""
    return _field(value, "written")


def _field(value: Sql, called: str) -> Sql:
    return exp.Dot(this=value.copy(), expression=exp.to_identifier(called, quoted=True))


def _kind(value: Sql) -> Sql:
    kind = call("schema_of_variant", value.copy())
    below = exp.LT(this=_got(value, "$", "bigint"), expression=number(0))
    cases: list[tuple[Sql, Sql]] = [
        (_is(kind, "VOID"), text("NULL")),
        (_is(kind, "STRING"), text("VARCHAR")),
        (_is(kind, "BOOLEAN"), text("BOOLEAN")),
        (exp.and_(_is(kind, "BIGINT"), below), text("BIGINT")),
        (_is(kind, "BIGINT"), text("UBIGINT")),
        (_begins(kind, "ARRAY"), text("ARRAY")),
        (_begins(kind, "OBJECT"), text("OBJECT")),
    ]
    return where_true(cases, text("DOUBLE"))


def _said(value: Sql) -> Sql:
    double = _is(call("schema_of_variant", value.copy()), "DOUBLE")
    number_ = _got(value, "$", "double")
    whole = exp.EQ(this=call("floor", number_), expression=number_.copy())
    figures = exp.cast(_got(value, "$", "bigint"), "text")
    simple = call("concat", figures, text(".0"))
    return where_true([(exp.and_(double, whole), simple)], _got(value, "$", "string"))


def fraction_text(value: Sql) -> Sql:
    """A number with a fraction as text: with an exponent only where it is very large or small.

    Spark writes one from ten million on, DuckDB from ten thousand million million.
    """
    written = exp.cast(value.copy(), "text")
    size = call("abs", exp.cast(value.copy(), "double"))
    plain = exp.and_(_from(size, "1E-3"), _below(size, "1E7"))
    cases: list[tuple[Sql, Sql]] = [
        (call("isnan", value.copy()), text("nan")),
        (_is(written, "Infinity"), text("inf")),
        (_is(written, "-Infinity"), text("-inf")),
        (exp.or_(exp.EQ(this=size.copy(), expression=number(0)), plain), written.copy()),
        (exp.and_(_from(size, "1E7"), _below(size, "1E16")), _decimal(written, 18)),
        (exp.and_(_from(size, "1E-4"), _below(size, "1E-3")), _decimal(written, 30)),
    ]
    return where_true(cases, _with_exponent(written))


def _decimal(written: Sql, places: int) -> Sql:
    """A number without an exponent, with one figure at least after the point."""
    whole = exp.cast(exp.cast(written.copy(), f"decimal(38, {places})"), "text")
    return call("regexp_replace", whole, text(r"(?<=\.\d)0+\z|(?<=[1-9])0+\z"), text(""))


def _with_exponent(written: Sql) -> Sql:
    """``1.0E20`` as ``1e+20``, and ``2.0E-5`` as ``2e-05``."""
    made = written.copy()
    for pattern, instead in (
        (r"\.0E", "E"),
        (r"E(\d)", "E+$1"),
        (r"E([+-])(\d)\z", "E$10$2"),
        ("E", "e"),
    ):
        made = call("regexp_replace", made, text(pattern), text(instead))
    return made


def _from(value: Sql, least: str) -> Sql:
    return exp.GTE(this=value.copy(), expression=exp.cast(text(least), "double"))


def _below(value: Sql, most: str) -> Sql:
    return exp.LT(this=value.copy(), expression=exp.cast(text(most), "double"))


def _is(value: Sql, wanted: str) -> Sql:
    return exp.EQ(this=value.copy(), expression=text(wanted))


def _begins(value: Sql, wanted: str) -> Sql:
    return call("startswith", value.copy(), text(wanted))


def _got(value: Sql, path: str, kind: str) -> Sql:
    return call("try_variant_get", value.copy(), text(path), text(kind))
