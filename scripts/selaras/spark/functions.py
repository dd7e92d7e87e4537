"""Functions of DuckDB in Spark's words, where sqlglot does not find them or would change them."""

import json
from collections.abc import Callable

from sqlglot import exp

Rule = Callable[[exp.Expression], exp.Expression]

BLANKS = "".join(map(chr, [0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]))


def _call(name: str, *arguments: exp.Expression | None) -> exp.Expression:
    """A call that is written as it is."""
    return exp.Anonymous(this=name, expressions=[each for each in arguments if each is not None])


def _fits(node: exp.Expression) -> exp.Expression:
    """A whole text fits a pattern, also where a line ends in it."""
    pattern = node.expression
    if pattern.is_string:
        around = exp.Literal.string(f"^(?:{pattern.name})\\z")
    else:
        around = _call("concat", *map(exp.Literal.string, ["^(?:"]), pattern)
        around = _call("concat", around, exp.Literal.string(")\\z"))
    return exp.RegexpLike(this=node.this, expression=around)


def _replaced(node: exp.Expression) -> exp.Expression:
    """`\\1` is what the first brackets hold; Java calls it `$1`."""
    by = node.args["replacement"]
    if by.is_string:
        text = by.name.replace("$", "\\$")
        for number in range(10):
            text = text.replace(f"\\{number}", f"${number}")
        by = exp.Literal.string(text)
    return _call("regexp_replace", node.this, node.expression, by)


def _all_found(node: exp.Expression) -> exp.Expression:
    """All that a pattern finds, not what its first brackets hold."""
    return _call("regexp_extract_all", node.this, node.expression, exp.Literal.number(0))


def _of_known(name: str) -> Rule:
    """The value beside the least or the greatest of another, among those that are known."""

    def written(node: exp.Expression) -> exp.Expression:
        known = exp.Not(this=exp.Is(this=exp.paren(node.this), expression=exp.Null()))
        beside = exp.Case(ifs=[exp.If(this=known, true=node.expression)])
        return _call(name, node.this, beside)

    return written


def _whole(node: exp.Expression) -> exp.Expression:
    """Division of whole numbers; its sides keep together what they hold."""
    return exp.Paren(
        this=exp.IntDiv(this=exp.paren(node.this), expression=exp.paren(node.expression))
    )


def _quotient(node: exp.Expression) -> exp.Expression:
    """A quotient is a double, whatever is divided."""
    above, below = (exp.cast(each, "double") for each in (node.this, node.expression))
    return exp.Div(this=above, expression=below)


def _months_later(node: exp.Expression) -> exp.Expression:
    """A day and a number of months."""
    months = node.expression
    if isinstance(months, exp.Anonymous) and months.name.lower() == "to_months":
        return _call("add_months", node.this, months.expressions[0])
    return node


def _day_in_zone(node: exp.Expression) -> exp.Expression:
    """The clock of a zone at an instant, in a session whose own clock is UTC."""
    zone, instant = node.expressions
    return _call("from_utc_timestamp", instant, zone)


def _first_of(node: exp.Expression) -> exp.Expression:
    """The first day of a month or a year."""
    return _call("trunc", node.this, exp.Literal.string(node.unit.name))


def _cast(node: exp.Expression) -> exp.Expression:
    """Of casts only that of a whole row to a map is Spark's in other words."""
    return _cells(node) if node.to.is_type(exp.DataType.Type.MAP) else node


def _cells(node: exp.Expression) -> exp.Expression:
    """A whole row, told by the name of its table, as a map of texts."""
    row = node.this.find(exp.Column).name
    every = exp.Column(this=exp.Star(), table=exp.to_identifier(row))
    return _call(
        "from_json", _json(_call("struct", every)), exp.Literal.string("map<string,string>")
    )


def _json(value: exp.Expression) -> exp.Expression:
    """JSON that tells also what is null."""
    options = _call("map", exp.Literal.string("ignoreNullFields"), exp.Literal.string("false"))
    return _call("to_json", value, options)


def _from_json(node: exp.Expression) -> exp.Expression:
    """The shape of a JSON text is written as a type."""
    (fields,) = json.loads(node.expression.name)
    told = ",".join(f"{name}:string" for name in fields)
    return _call("from_json", node.this, exp.Literal.string(f"array<struct<{told}>>"))


def _slice(node: exp.Expression) -> exp.Expression:
    """A part of a list from one place to another, told by how many it is."""
    values, first, last = node.expressions
    length = exp.Sub(this=exp.paren(last), expression=exp.paren(first))
    return _call("slice", values, first, exp.Add(this=length, expression=exp.Literal.number(1)))


def _sum_of_list(node: exp.Expression) -> exp.Expression:
    """The sum of a list of whole numbers, null where it is empty."""
    (values,) = node.expressions
    total = exp.maybe_parse(
        "aggregate(x, cast(null as bigint), (t, v) -> coalesce(t, 0) + v)", dialect="spark"
    )
    total.find(exp.Column, bfs=True).replace(values)
    return total


def _sorted(node: exp.Expression) -> exp.Expression:
    """Rows of a group in the order of what they say, where what is null comes last."""
    listed = node.this
    if not (isinstance(listed, exp.ArrayAgg) and isinstance(listed.this, exp.Struct)):
        return node
    marked, plain = [], []
    for field in listed.this.expressions:
        name = field.this.name
        is_null = exp.Is(this=exp.paren(field.expression), expression=exp.Null())
        marked += [_field(f"{name}_is_null", is_null), _field(name, field.expression)]
        plain.append(_field(name, exp.column(name, table="each")))
    ordered = _call("array_sort", exp.ArrayAgg(this=exp.Struct(expressions=marked)))
    each = exp.Lambda(this=exp.Struct(expressions=plain), expressions=[exp.to_identifier("each")])
    return exp.func("transform", ordered, each, dialect="spark")


def _trimmed(node: exp.Expression) -> exp.Expression:
    """What DuckDB takes for a blank at the ends of a text is every separator of Unicode."""
    if node.expression is None:
        node.set("expression", exp.Literal.string(BLANKS))
    return node


def _joined_once(node: exp.Expression) -> exp.Expression:
    """Different texts of a group, in their order, as one; null where there is none."""
    told = node.this.this if isinstance(node.this, exp.Order) else node.this
    if not isinstance(told, exp.Distinct):
        return node
    (text,) = told.expressions
    every = _call("array_sort", _call("collect_set", text))
    is_there = exp.GT(this=exp.Count(this=text.copy()), expression=exp.Literal.number(0))
    joined = _call("array_join", every, node.args["separator"])
    return exp.Case(ifs=[exp.If(this=is_there, true=joined)])


def _field(name: str, value: exp.Expression) -> exp.Expression:
    """A field of a struct."""
    return exp.PropertyEQ(this=exp.to_identifier(name), expression=value.copy())


def _binary_log(node: exp.Expression) -> exp.Expression:
    """The logarithm of two, to the last digit."""
    is_binary = node.expression is not None and node.this.is_int and node.this.name == "2"
    return _call("log2_of", node.expression) if is_binary else node


def _length(node: exp.Expression) -> exp.Expression:
    """How long a text is, or a list that is written out."""
    return _call("size", node.this) if isinstance(node.this, exp.Array) else node


def _sign(node: exp.Expression) -> exp.Expression:
    """A sign by its number in Unicode, of which Spark's own function knows the first 256."""
    (number,) = node.expressions
    return exp.Literal.string(chr(int(number.name)))


def _in_64_bits(node: exp.Expression) -> exp.Expression:
    """A part of a day is a whole number of 64 bits."""
    return exp.cast(node.copy(), "bigint")


def _hashed(node: exp.Expression) -> exp.Expression:
    """A hash that is kept as a text is DuckDB's; by one that is only compared rows are grouped."""
    is_kept = isinstance(node.parent, exp.Cast)
    return _call("hash_of" if is_kept else "xxhash64", *node.expressions)


def _map(node: exp.Expression) -> exp.Expression:
    """A map that is written out."""
    cells = ((each.this, each.expression) for each in node.this.expressions)
    return _call("map", *(part for cell in cells for part in cell))


def _element(node: exp.Expression) -> exp.Expression:
    """An element of a list by its place, null where the list is shorter."""
    (place,) = node.expressions
    return _call("get", node.this, place) if place.is_int else node


FUNCTIONS: dict[type[exp.Expression] | str, Rule] = {
    exp.RegexpFullMatch: _fits,
    exp.RegexpReplace: _replaced,
    exp.RegexpExtractAll: _all_found,
    exp.ArgMin: _of_known("min_by"),
    exp.ArgMax: _of_known("max_by"),
    exp.IntDiv: _whole,
    exp.Div: _quotient,
    exp.Add: _months_later,
    exp.TimestampTrunc: _first_of,
    exp.DateTrunc: _first_of,
    exp.Cast: _cast,
    exp.Bracket: _element,
    exp.ArraySort: _sorted,
    exp.Trim: _trimmed,
    exp.GroupConcat: _joined_once,
    exp.Log: _binary_log,
    exp.Length: _length,
    exp.Chr: _sign,
    exp.ToMap: _map,
    exp.Year: _in_64_bits,
    exp.Quarter: _in_64_bits,
    exp.Month: _in_64_bits,
    exp.Day: _in_64_bits,
    exp.Extract: _in_64_bits,
    exp.FromJson: _from_json,
    exp.ArrayOverlaps: lambda node: _call("arrays_overlap", node.this, node.expression),
    exp.JarowinklerSimilarity: lambda node: _call(
        "jaro_winkler_similarity", node.this, node.expression
    ),
    "timezone": _day_in_zone,
    "to_json": lambda node: _json(node.expressions[0]),
    "list_slice": _slice,
    "list_sum": _sum_of_list,
    "hash": _hashed,
}
