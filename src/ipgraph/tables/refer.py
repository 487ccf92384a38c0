"""Which patents a number means that another record points at: spelt with or without kind code, or an application."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import keep
from ipgraph.tables.refusals import Fault

#: A Chinese application has 8 digits (until 2003) or 12; publications have 7 or 9 and a kind code.
CN_APPLICATION = r"^CN([0-9]{8}|[0-9]{12})$"

#: Offices whose grant keeps the number of the publication: China from CN101… (before, and in Japan, the same digits
#: with another letter are another application), the EPO, France, Germany since 2004.
ONE_SERIAL = r"^(CN1(?:0[1-9]|[1-9][0-9])[0-9]{6}|EP[0-9]{7}|FR[0-9]{7}|DE1[0-9]{11})[A-Z][0-9]?$"


def serial(id: StringValue) -> StringValue:
    """What the publications of one application have in common in their number; null where nothing is sure."""
    return id.re_extract(ONE_SERIAL, 1).nullif("")


def refer(con: Backend, given: Table, patents: Table) -> Table:
    """number → id, one row a patent meant; numbers that mean none are left out.

    `given` has distinct tidy `number`, `patents` distinct `id`, `application_number`. A number is looked up as the
    full one of a publication; else as the number of an application, which stands for all its publications; else,
    written without kind code, it means every publication that it begins.
    """
    spelt = keep(con, "numbers_spelt", given.select(
        "number", publication=number.publication(given.number), application=number.application(given.number)))
    full = spelt.join(patents, spelt.publication == patents.id).select("number", "id")
    full = keep(con, "numbers_full", full.distinct())
    rest = spelt.anti_join(full, "number")
    tied = rest.join(patents, rest.application == patents.application_number).select("number", "id")
    tied = keep(con, "numbers_tied", tied.distinct())
    begun = keep(con, "numbers_begun", stems(con, rest.anti_join(tied, "number"), patents))
    return keep(con, "numbers_meant", full.union(tied).union(begun))


def stems(con: Backend, given: Table, patents: Table) -> Table:
    """number → id of every patent whose number is `publication` and a kind code; none where it has a code itself."""
    bare = keep(con, "numbers_bare", given.filter(number.kind_code(given.publication) == ""))
    known = patents.select("id").distinct()
    known = known.mutate(stem=known.id.substr(0, known.id.length() - number.kind_code(known.id).length()))
    known = known.filter(known.stem != known.id)
    return bare.join(known, bare.publication == known.stem).select("number", "id").distinct()


def own_id(value: StringValue) -> StringValue:
    """Id of a patent that no file speaks of: its publication number, for a Chinese application that of the
    application; null where the text is no number."""
    application, publication = number.application(value), number.publication(value)
    return ibis.ifelse(number.is_cn_application(value), application, publication.coalesce(application))


def pointed(con: Backend, rows: Table, key: str, patents: Table) -> Table:
    """`key` → patent, with source and as_of, for rows with lists of `numbers`. A number that no file knows is a patent
    of its own."""
    told = keep(con, "numbers_told", rows.select(key, "source", "as_of", number="numbers").unnest("number"))
    told = keep(con, "numbers_tidy", told.mutate(number=tidy(told.number)))
    meant = refer(con, told.select("number").distinct(), patents)
    found = told.left_join(meant, "number").drop("number_right")
    return keep(con, "numbers_pointed", found.select(
        key, "source", "as_of", patent=found.id.coalesce(own_id(found.number))).distinct())


def with_wrong(con: Backend, rows: Table, key: str) -> Table:
    """The rows with `wrong_number`, the first of their `numbers` that is none. `key` tells rows apart.

    The numbers are read in a table of their own: inside a list the engine takes seconds to understand the expression.
    """
    told = keep(con, "numbers_listed", rows.select(key, number="numbers").unnest("number", offset="at"))
    told = keep(con, "numbers_clean", told.mutate(number=tidy(told.number).fill_null("")))
    wrong = keep(con, "numbers_wrong", told.filter(own_id(told.number).isnull()))
    first = wrong.group_by(key).agg(wrong_number=wrong.number.first(order_by=wrong["at"]))
    return keep(con, "numbers_judged", rows.left_join(first, key).drop(f"{key}_right"))


def number_faults(rows: Table) -> list[Fault]:
    """A row (of `with_wrong`) must have `numbers`, and each must be one."""
    return [Fault("numbers", "missing", rows.numbers.length().fill_null(0) == 0, ibis.literal("")),
            Fault("numbers", "impossible-patent-number", rows.wrong_number.notnull(), rows.wrong_number)]
