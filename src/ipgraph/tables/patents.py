"""Patents: numbers, dates and counts cleaned; one node for every publication, whichever files speak of it."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import IntegerValue, StringValue, Table

from ipgraph.schema.types import date, number, symbol
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import first_known, keep, provenance
from ipgraph.tables.refusals import Fault, lost, sift

NUMBERS = ("publication_number", "application_number")
DATES = ("filed_on", "published_on", "granted_on")
COUNTS = ("claims", "cited_by", "citing", "family_size", "inventor_count")
TEXTS = ("title", "title_en", "abstract", "status", "patent_type", "address", "residence")
CLEANED = (*NUMBERS, *DATES, *COUNTS, "main_class")
#: What a Patent node takes from rows as they are.
FIELDS = ("publication_number", "application_number", "title", "title_en", "abstract", "status", "patent_type", *DATES,
          "main_class", *COUNTS)
#: Rank of numbers that are only pointed at, behind every source.
LAST = 1 << 20
#: What must agree for two rows of one file with the same number to say the same.
CONTENT = ("title", "filed_on", "main_class", "applicants")


def clean_patents(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Draft patents with clean numbers, dates and counts, and the faults found.

    Adds `key`, the number that the row is known by in its own file.
    """
    given = keep(con, "patents_given", drafts.mutate(
        **{n: tidy(drafts[n]) for n in TEXTS}, **{f"{n}_given": tidy(drafts[n]) for n in CLEANED}))
    clean = keep(con, "patents_clean", given.mutate(
        publication_number=number.publication(given.publication_number_given),
        application_number=number.application(given.application_number_given),
        main_class=symbol.symbol(given.main_class_given),
        **{n: date.date(given[f"{n}_given"]) for n in DATES},
        **{n: count(given[f"{n}_given"]) for n in COUNTS},
    ))
    clean = clean.mutate(key=clean.publication_number.coalesce(clean.application_number))
    # Of rows with one number, the first speaks; the window is per file.
    first = ibis.window(group_by=["source", "key"], order_by=["row", "sheet"])
    says = ibis.literal("|").join([clean[n].cast("string").fill_null("") for n in CONTENT])
    clean = keep(con, "patents_keyed", clean.mutate(
        repeats=ibis.ifelse(clean.key.notnull(), says != says.first().over(first), False)
    ))
    faults = [
        Fault("publication_number", "missing", clean.publication_number_given.isnull()
              & clean.application_number_given.isnull(), ibis.literal("")),
        *(fault for n in NUMBERS for fault in number_faults(clean, n)),
        *(Fault(n, "serial-date", date.is_serial(clean[f"{n}_given"]), clean[f"{n}_given"]) for n in DATES),
        *(Fault(n, "impossible-date", lost(clean, n) & ~date.is_serial(clean[f"{n}_given"]), clean[f"{n}_given"])
          for n in DATES),
        *(Fault(n, "impossible-number", clean[f"{n}_given"].notnull() & clean[n].isnull(), clean[f"{n}_given"])
          for n in COUNTS),
        Fault("main_class", "impossible-symbol", clean.main_class_given.notnull() & clean.main_class.isnull(),
              clean.main_class_given, row_kept=True),
        Fault("publication_number", "duplicate-differs", clean.repeats, clean.key),
    ]
    return sift(con, "patents", clean, faults)


def number_faults(clean: Table, name: str) -> list[Fault]:
    """A number that is none. Where the publication is known, a broken number of its application is only dropped."""
    given, known = clean[f"{name}_given"], clean.publication_number.notnull()
    spoilt = number.lost_digits(given)
    return [Fault(name, reason, lost(clean, name) & when & (known if kept else ~known), given, row_kept=kept)
            for reason, when in (("digits-lost", spoilt), ("impossible-patent-number", ~spoilt))
            for kept in (False, True)]


def count(value: StringValue) -> IntegerValue:
    """A whole number of at least 0, null where it is none."""
    text = value.re_replace(r"[, ]", "").re_replace(r"\.0+$", "")
    found = text.try_cast("int64")
    return ibis.ifelse(found >= 0, found, ibis.null("int64"))


def identify(con: Backend, patents: Table) -> Table:
    """The rows with `id`, that of their Patent node.

    The id is the publication number. A row that has only an application number joins the publication that some
    other row ties to that application (a grant before a first publication, then by number); else the application
    number is the id.
    """
    joined = patents.left_join(publications(patents), "application_number")
    return keep(con, "patents_identified", joined.select(
        *patents.columns, id=joined.publication_number.coalesce(joined.published, joined.application_number)))


def publications(patents: Table) -> Table:
    """application_number → `published`, the publication that stands for it."""
    tied = patents.filter(patents.publication_number.notnull() & patents.application_number.notnull())
    return granted_first(tied.select("application_number", id="publication_number"), "application_number").rename(
        published="begun")


def granted_first(numbers: Table, key: str) -> Table:
    """`key` → `begun`, of the ids of each the grant before a first publication, then by number."""
    grant = number.kind_code(numbers.id).re_search("^[BCU]")
    best = numbers.id.first(order_by=[ibis.desc(grant), numbers.id])
    return numbers.mutate(grant=grant).group_by(key).agg(begun=best)


def known(con: Backend, rows: Table, listed: Table) -> Table:
    """id, application_number of every patent that rows speak of or pools list, each id once."""
    both = rows.select("id", "application_number").union(
        listed.select("id", "application_number"))
    return keep(con, "patents_known", both.group_by("id").agg(application_number=both.application_number.min()))


def merge(con: Backend, rows: Table, extra: Table) -> Table:
    """Patent nodes: every field from the first source (by rank) that knows it.

    `extra` has numbers that other records only point at (lists of pools and deals): id, publication_number,
    application_number, source, as_of.
    """
    given = rows.select("id", "source", "rank", "sheet", "row", "as_of", *FIELDS)
    blank = {n: ibis.null(rows[n].type()) for n in FIELDS}
    listed = extra.select(
        "id", "source", "as_of", rank=ibis.literal(LAST, "int64"), sheet=ibis.null("string"),
        row=ibis.literal(0, "int64"), **blank | {n: extra[n] for n in NUMBERS},
    )
    both = keep(con, "patents_all", given.union(listed.select(*given.columns)))
    merged = both.group_by("id").agg(**{n: first_known(both, n) for n in FIELDS}, **provenance(both))
    merged = merged.mutate(
        office=number.office(merged.id), status_text=merged.status, status=status(merged.status),
        patent_type=patent_type(merged.patent_type, merged.publication_number, merged.application_number),
    )
    return keep(con, "patents_merged", merged)


def patent_type(given: StringValue, publication: StringValue, application: StringValue) -> StringValue:
    """invention, utility or design: as the source says, else by kind code, else by the CN application number,
    whose first digit after the year is 1 or 8 for inventions, 2 or 9 for utility models, 3 for designs."""
    kind, office = number.kind_code(publication), number.office(publication.coalesce(application))
    digit = ibis.ifelse(application.re_search(r"^CN[0-9]{12}$"), application.substr(6, 1), application.substr(4, 1))
    digit = ibis.ifelse(application.startswith("CN"), digit, "")
    return ibis.cases(
        (given.re_search("(?i)实用新型|utility model|limited patent|^U$|新型"), "utility"),
        (given.re_search("(?i)外观|design"), "design"),
        (given.re_search("(?i)发明|invention"), "invention"),
        (kind.re_search("^[UYZ]") & ~office.isin(["US"]), "utility"),
        (kind.startswith("S"), "design"),
        # What is called a patent and no more may be any of the three.
        (given.re_search("(?i)patent"), "invention"),
        (kind.re_search("^[ABCET]"), "invention"),
        (digit.isin(["1", "8"]), "invention"),
        (digit.isin(["2", "9"]), "utility"),
        (digit == "3", "design"),
        else_=ibis.null("string"),
    )


#: Words of legal status, in the order they are asked for: an ended right also says that it was granted.
ENDED = ("(?i)撤回|驳回|放弃|终止|失效|无权|届满|无效|未缴|避免重复授权|视为|expired|withdrawn|ceased|lapsed?|revoked|"
         "not[- ]in[- ]force|refused|rejected|dead|abandoned|inactive|discontinued")
ACTIVE = "(?i)授权|有权|有效|权利转移|许可|质押|保全|专利权|^active|granted|patented|in force|alive"
PENDING = "(?i)公开|公布|实质审查|审中|在审|申请|pending|examination|application"


def status(given: StringValue) -> StringValue:
    """pending, active or ended, from the words that sources use; null where they say nothing of it."""
    return ibis.cases(
        (given.re_search(ENDED), "ended"),
        (given.re_search(ACTIVE), "active"),
        (given.re_search(PENDING), "pending"),
        else_=ibis.null("string"),
    )
