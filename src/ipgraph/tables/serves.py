"""SERVES by rule: which patents meet which segment's rule, and which rule fired.

A rule is met when a symbol of the patent meets one of its patterns and none of its exclusions, and, where it has
keywords, the title or abstract holds one of them and none of the keyword exclusions. A rule without patterns goes
by its keywords alone. Latin keywords are found as whole words. A keyword that only this segment of the chain uses
counts in full; one that its sister segments share says half as much.
"""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import ArrayValue, StringValue, Table

from ipgraph.schema.types import symbol
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import RULES
from ipgraph.tables.engine import EMPTY, distinct, keep, provenance
from ipgraph.tables.refusals import Fault, missing, repeats, sift

#: What a match by words that sister segments share is worth beside one by a segment's own word.
SHARED_WORD = 0.5


def clean_rules(con: Backend, drafts: Table, segments: Table) -> tuple[Table, Table]:
    """Rules of segments that are there, their words in lower case, and the faults."""
    lists = {n: lower(drafts[n]) for n in ("keywords", "keyword_exclusions")}
    lists |= {n: drafts[n].fill_null(EMPTY) for n in ("patterns", "exclusions")}
    given = keep(con, "rules_given", drafts.mutate(**lists, weight=tidy(drafts.weight)))
    clean = keep(con, "rules_clean", given.mutate(
        worth=given.weight.try_cast("float64"), repeats=repeats(given, "id", "segment", "weight", *RULES.lists)))
    patterns = clean.select("source", "sheet", "row", "id", raw="patterns").unnest("raw")
    patterns = keep(con, "rules_patterns", patterns.mutate(raw=tidy(patterns.raw)))
    bad = keep(con, "rules_bad", patterns.filter(symbol.pattern_key(patterns.raw).isnull() & patterns.raw.notnull()))
    kept, faults = sift(con, "rules", clean, [
        *missing(RULES, clean),
        Fault("id", "duplicate-differs", clean.repeats, clean.id),
        Fault("segment", "edge-to-nothing", ~clean.segment.isin(segments.id), clean.segment),
        Fault("patterns", "missing", (clean.patterns.length() == 0) & (clean.keywords.length() == 0), clean.id),
        Fault("weight", "impossible-number", clean.weight.notnull()
              & ~((clean.worth > 0) & (clean.worth <= 1)).fill_null(False), clean.weight),
    ])
    noted = Fault("patterns", "impossible-symbol", bad.raw.notnull(), bad.raw, row_kept=True).rows(bad)
    # A rule that several files give is taken whole from the first of them.
    believed = kept.group_by("id").agg(rank=kept["rank"].min())
    rules = keep(con, "rules", kept.semi_join(believed, ["id", "rank"]))
    return rules, noted.union(faults.select(*noted.columns))


def lower(words: ArrayValue) -> ArrayValue:
    """Keywords as they are looked for in `searchable` text: Latin ones with a space at both ends."""
    small = words.map(lambda w: tidy(w).lower()).filter(lambda w: w.notnull())
    whole = small.map(lambda w: ibis.ifelse(
        w.re_search("^[a-z0-9 -]+$"), " " + w.re_replace("[^a-z0-9]+", " ").strip() + " ", w))
    return whole.fill_null(EMPTY)


def searchable(text: StringValue) -> StringValue:
    """Lower-case text, and its Latin words once more between single spaces, so that whole words are found."""
    small = text.lower()
    return small + "\n " + small.re_replace("[^a-z0-9]+", " ") + " "


def serves(con: Backend, rules: Table, segments: Table, classified: Table, texts: Table) -> Table:
    """SERVES edges. `classified`: id, symbol; `texts`: id, `searchable` text of title and abstract."""
    met = keep(con, "patterns_met", meet(con, rules, classified, "patterns"))
    barred = keep(con, "patterns_barred", meet(con, rules, classified, "exclusions"))
    pairs = met.group_by("patent", "rule").agg(pattern=met.pattern.min())
    wordy = rules.filter((rules.patterns.length() == 0) & (rules.keywords.length() > 0))
    worded = wordy.select(rule="id", keyword="keywords").unnest("keyword").cross_join(texts)
    worded = worded.filter(worded.text.contains(worded.keyword)).select(patent="id", rule="rule").distinct()
    pairs = pairs.union(worded.mutate(pattern=ibis.null("string")).select(*pairs.columns))
    pairs = keep(con, "rule_pairs", pairs.anti_join(barred, ["patent", "rule"]))
    asked = pairs.join(rules.select("segment", "keywords", "keyword_exclusions", "worth", "source", "as_of",
                                    rule="id"), "rule")
    asked = asked.left_join(texts, asked.patent == texts.id)
    text = asked.text.fill_null("")
    asked = keep(con, "rules_asked", asked.mutate(
        words=asked.keywords.filter(lambda w: text.contains(w)),
        barred=asked.keyword_exclusions.filter(lambda w: text.contains(w)).length() > 0,
    ).drop("text"))
    fired = asked.filter(~asked.barred & ((asked.keywords.length() == 0) | (asked.words.length() > 0)))
    own = own_words(con, rules, segments)
    fired = fired.left_join(own, "segment").drop("segment_right")
    mine = fired.words.filter(lambda w: fired.own.contains(w)).length() > 0
    full = (fired.keywords.length() == 0) | mine.fill_null(False)
    score = fired.worth.fill_null(1.0) * ibis.ifelse(full, 1.0, SHARED_WORD)
    fired = keep(con, "rules_fired", fired.mutate(score=score))
    best = [ibis.desc(fired.score), fired.rule]
    return fired.group_by(start="patent", end="segment").agg(
        score=fired.score.max(), rule=fired.rule.first(order_by=best),
        pattern=fired.pattern.first(order_by=best, include_null=True),
        words=fired.words.first(order_by=best).map(lambda w: w.strip()),
        **provenance(fired)).mutate(basis=ibis.literal("rule"))


def meet(con: Backend, rules: Table, classified: Table, column: str) -> Table:
    """patent, rule, pattern where a symbol of the patent meets a pattern of the rule's column."""
    patterns = rules.select(rule="id", pattern=rules[column]).unnest("pattern")
    patterns = patterns.mutate(key=symbol.pattern_key(patterns.pattern)).filter(ibis._.key.notnull())
    symbols = classified.select("symbol").distinct()
    keyed = keep(con, "symbol_keys", symbols.mutate(key=symbol.keys(symbols.symbol)).unnest("key").distinct())
    fits = keep(con, f"fits_{column}", keyed.join(patterns, "key").select("symbol", "rule", "pattern").distinct())
    return classified.select("symbol", patent="id").distinct().join(fits, "symbol").select("patent", "rule", "pattern")


def own_words(con: Backend, rules: Table, segments: Table) -> Table:
    """segment → `own`: keywords that no other segment of the same chain uses."""
    words = rules.select("segment", word="keywords").unnest("word").distinct()
    placed = words.join(segments.select("chain", segment="id"), "segment")
    alone = placed.group_by("chain", "word").agg(segment=placed.segment.min(), users=placed.segment.nunique())
    alone = alone.filter(alone.users == 1)
    return keep(con, "own_words", alone.group_by("segment").agg(own=alone.word.collect()))


def cover_edges(rows: Table) -> Table:
    """COVERS edges from the rows of `covers`."""
    return rows.group_by(start="segment", end="symbol").agg(
        patterns=distinct(rows.pattern), rules=distinct(rows["rule"]), **provenance(rows))


def covers(rules: Table) -> Table:
    """segment, symbol, patterns, rules: the classes that a segment's rules name, for COVERS edges."""
    rows = rules.select("segment", "source", "as_of", rule="id", pattern="patterns").unnest("pattern")
    key = symbol.pattern_key(rows.pattern).re_replace("^=", "")
    rows = rows.mutate(symbol=ibis.ifelse(key.endswith("/"), key + "00", key)).filter(ibis._.symbol.notnull())
    return rows
