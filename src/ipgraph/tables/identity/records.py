"""What is known of each organisation, in the columns that the comparison looks at; one row a node of the first cut.

`uid` is the node's id behind 0 where its name is a short one, else behind 1, so that in a pair the short name stands
first. `grams` are pairs of neighbouring characters: of a short name its two rarest, of the others those that some
short name has. `rarity` is the rarest of them.
"""

from __future__ import annotations

import ibis
import pyarrow.compute as pc
from ibis.backends.duckdb import Backend
from ibis.expr.types import ArrayValue, StringValue, Table

from ipgraph.schema.types import parts
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.places import locate_distinct

#: A name with one of these is a full one.
FORM = "公司|厂|会社|合作社|合伙|事务所|大学|学院|医院|中心$"
#: Longest short name, in characters.
SHORT = 8
#: A pair of characters that more full names have than this finds no candidates.
COMMON = 500
#: What is left when these are taken out is no typing slip: 一厂 and 二厂, 东方 and 南方.
PLAIN_LETTER = r"[^0-9一二三四五六七八九十百千甲乙丙丁东西南北中前后上下大小新老内外高低]"
#: How many persons and partners of one organisation are looked at.
MOST = 200


def records(con: Backend, spellings: Table, identities: Table, claims: Table, rows: Table) -> Table:
    """Every enterprise and institution of the first cut with what speaks for and against its being another."""
    named = with_slips(con, named_once(con, spellings, identities))
    near = keep(con, "records_near", neighbours(named))
    known = evidence(con, near, spellings, identities, claims, rows)
    grams = with_grams(con, named)
    joined = named.join(grams, "uid").left_join(known, "id").drop("id_right")
    return keep(con, "records", joined)


def named_once(con: Backend, spellings: Table, identities: Table) -> Table:
    """uid, id, label, name, whole, body, core, pattern, plain, short of each node's main name."""
    orgs = identities.filter((identities.label != "Person") & (identities.key == identities.main))
    shown = spellings.group_by("key").agg(name=spellings.shown.max())
    orgs = orgs.join(shown, "key").select("id", "label", "stock_code", "name", whole="key")
    table = con.to_pyarrow(orgs.order_by("id", "whole"))
    facts = [(column, "first") for column in ("stock_code", "name", "whole")]
    table = table.group_by(["id", "label"], use_threads=False).aggregate(facts)
    table = table.rename_columns(["id", "label", "stock_code", "name", "whole"])
    whole, enterprise = table["whole"].combine_chunks(), pc.equal(table["label"], "Enterprise").combine_chunks()
    chinese = pc.match_substring_regex(whole, r"^[\p{Han}A-Z0-9*]*\p{Han}[\p{Han}A-Z0-9*-]*$")
    short = pc.and_(pc.and_(enterprise, chinese), pc.and_(
        pc.less_equal(pc.utf8_length(whole), SHORT), pc.invert(pc.match_substring_regex(table["name"], FORM))))
    local = pc.and_(enterprise, chinese)
    body = pc.coalesce(parts.body(pc.if_else(local, whole, None)), whole)
    core = parts.core(whole)
    uid = pc.binary_join_element_wise(pc.if_else(short, "0", "1"), table["id"], "")
    table = table.append_column("uid", uid).append_column("body", body).append_column("core", core)
    table = table.append_column("pattern", parts.pattern(core)).append_column("plain", parts.plain(whole))
    table = table.append_column("shares", pc.and_(pc.match_substring_regex(table["name"], "股份"), pc.invert(short)))
    initials = pc.binary_join_element_wise(*(pc.utf8_slice_codeunits(text, 0, 1) for text in (whole, body)), "")
    table = table.append_column("initials", pc.if_else(pc.equal(whole, body), None, initials))
    length = pc.utf8_length(whole)
    opening = pc.if_else(chinese, pc.utf8_slice_codeunits(whole, 0, 5), pc.utf8_slice_codeunits(whole, 0, 10))
    opening = pc.if_else(pc.and_(pc.greater_equal(length, 8), pc.invert(short)), opening, None)
    listed = pc.if_else(pc.match_substring_regex(table["stock_code"], "TWO?$"), "710000", None)
    region = pc.coalesce(locate_distinct(pc.if_else(local, whole, None)), listed.combine_chunks())
    table = table.append_column("marks", pc.replace_substring_regex(whole, PLAIN_LETTER, ""))
    table = table.append_column("opening", opening).append_column("region", region)
    return keep(con, "records_named", table.append_column("short", short).append_column("chinese", chinese))


def with_grams(con: Backend, named: Table) -> Table:
    """uid → grams, rarity, df: how many full names have the rarest."""
    brief = named.filter(named.short).select("uid", gram=bigrams(named.core)).unnest("gram").distinct()
    long = named.filter(~named.short & named.chinese & (named.label == "Enterprise"))
    # 杭钢 for 杭州钢铁: the first character and any later one count as neighbours.
    far = ibis.range(2, long.whole.length()).map(lambda i: long.whole.left(1) + long.whole.substr(i, 1))
    long = long.select("uid", gram=bigrams(long.whole).concat(far)).unnest("gram").distinct()
    long = keep(con, "grams_long", long.semi_join(brief, "gram"))
    count = long.group_by("gram").agg(df=long.count()).filter(ibis._.df <= COMMON)
    ranked = brief.join(count, "gram")
    ranked = ranked.mutate(rank=ibis.row_number().over(group_by="uid", order_by=[ranked.df, ranked.gram]))
    ranked = keep(con, "grams_brief", ranked.filter(ranked["rank"] < 2))
    kept = ranked.select("uid", "gram").union(long.semi_join(ranked, "gram").select("uid", "gram"))
    listed = kept.group_by("uid").agg(grams=kept.gram.collect().sort())
    rare = ranked.filter(ranked["rank"] == 0).select("uid", rarity="gram", df="df")
    found = named.select("uid").left_join(listed, "uid").drop("uid_right").left_join(rare, "uid").drop("uid_right")
    return keep(con, "grams", found)


def bigrams(text: StringValue) -> ArrayValue:
    """Pairs of neighbouring characters."""
    return ibis.range(0, text.length() - 1).map(lambda i: text.substr(i, 2))


def with_slips(con: Backend, named: Table) -> Table:
    """The names with `slips`: what follows the opening of a Chinese name, whole and with each character left out. Two
    names that share one are a letter apart. DuckDB's distance counts bytes, so it does for Latin letters alone."""
    rest = named.whole.substr(5)
    left_out = ibis.range(0, rest.length()).map(lambda i: rest.left(i) + rest.substr(i + 1)).concat(ibis.array([rest]))
    chinese = named.chinese & named.opening.notnull()
    return keep(con, "records_slips", named.mutate(slips=ibis.cases((chinese, left_out))))


def neighbours(named: Table) -> Table:
    """uid, id of names one letter apart from another: only they are worth looking further into."""
    shared = ["opening", "marks", "label"]
    chinese = named.filter(named.slips.notnull()).select("uid", "id", *shared, slip="slips").unnest("slip").distinct()
    both = chinese.group_by(*shared, "slip").agg(n=chinese.count())
    close = chinese.semi_join(both.filter(both.n > 1), [*shared, "slip"]).select("uid", "id")
    latin = named.filter(named.opening.notnull() & ~named.chinese).select("uid", "id", "whole", *shared)
    other = latin.rename(other="uid", other_id="id", other_whole="whole")
    pairs = latin.join(other, [*shared, latin.uid < other.other])
    pairs = pairs.filter(pairs.whole.levenshtein(pairs.other_whole) <= 1)
    return stack([close, pairs.select("uid", "id"), pairs.select(uid="other", id="other_id")]).distinct()


def evidence(con: Backend, near: Table, spellings: Table, identities: Table, claims: Table, rows: Table) -> Table:
    """id → inventors, partners, address of the organisations in `near`."""
    named = claims.join(spellings.select("raw", "key"), "raw")
    named = named.join(identities.select("key", org="id", kind="label"), "key")
    held = named.filter((named.role != "INVENTED") & (named.kind != "Person")).select("id", "org").distinct()
    mine = keep(con, "evidence_held", held.semi_join(near.select(org="id"), "org"))
    people = named.filter(named.role == "INVENTED").select("id", person="key")
    inventors = most(mine.join(people, "id"), "person").select(id="org", inventors="found")
    partners = most(mine.join(held.select("id", partner="org"), "id").filter(ibis._.partner != ibis._.org), "partner")
    first = claims.filter((claims.role == "FILED") & (claims.position == 1)).select("id", "raw")
    first = first.join(spellings.select("raw", "key"), "raw").join(identities.select("key", org="id"), "key")
    lives = first.semi_join(near.select(org="id"), "org").join(rows.select("id", "address"), "id")
    lives = lives.filter(lives.address.notnull()).group_by(id="org").agg(
        address=tidy(lives.address).re_replace("^[0-9 ]+", "").mode())
    found = near.select("id").distinct().left_join(inventors, "id").drop("id_right")
    found = found.left_join(partners.select(id="org", partners="found"), "id").drop("id_right")
    return keep(con, "evidence", found.left_join(lives, "id").drop("id_right"))


def most(pairs: Table, column: str) -> Table:
    """org → `found`: the names in the column that stand with it most often."""
    counted = pairs.group_by("org", column).agg(n=pairs.count())
    order = [ibis.desc(counted.n), counted[column]]
    counted = counted.mutate(place=ibis.row_number().over(group_by="org", order_by=order))
    counted = counted.filter(counted.place < MOST)
    return counted.group_by("org").agg(found=counted[column].collect().sort())
