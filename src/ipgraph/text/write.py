"""Writing an index of texts: its table, its words and what the engine needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import tantivy

from ipgraph.text.dictionary import domain_words
from ipgraph.text.tokens import FIELDS, Words, characters, normalised, pairs

__all__ = ["FACTS", "LAYOUT", "POSTINGS", "TEXTS", "WORDS", "write"]

#: Raised when what is written changes, so that an old index is not taken for a new one.
LAYOUT = 1
FACTS, TEXTS, WORDS, POSTINGS = "facts.json", "texts.arrow", "words.json", "postings"
#: Texts that are taken apart at a time, and bytes that the engine keeps before it writes a part of the index.
CHUNK, HEAP = 20_000, 128_000_000
COLUMNS = pa.schema({
    "patent": pa.int32(), "title": pa.string(), "abstract": pa.string(), "text": pa.string(),
    "titled": pa.int32(), "length": pa.int32(),
})


def write(texts: pa.Table, ids: pd.Series[str], draft: Path) -> None:
    """Table, words, postings and facts of the texts of patents in a folder, rows in the order of `ids`."""
    at = pd.Index(ids).get_indexer(pd.Index(texts.column("id").to_pandas()))
    told = pc.is_valid(pc.coalesce(texts.column("title"), texts.column("title_en"), texts.column("abstract")))
    keep = np.array(told) & (at >= 0)
    texts, at = texts.filter(pa.array(keep)), at[keep]
    if (np.diff(at) < 0).any():  # the store gives them by id, as the projection has them; else this copies every text
        order = np.argsort(at, kind="stable")
        texts, at = texts.take(pa.array(order)), at[order]
    texts = texts.append_column("patent", pa.array(at, pa.int32()))
    titles = normalised(pc.coalesce(texts.column("title"), texts.column("title_en")).combine_chunks())
    words = domain_words(titles)
    (draft / WORDS).write_text(json.dumps(words, ensure_ascii=False), "utf-8")
    cut, letters = Words(words), 0
    engine = tantivy.Index(fields(), str(draft / POSTINGS))
    writer = engine.writer(HEAP, 1)
    with pa.OSFile(str(draft / TEXTS), "wb") as sink, pa.ipc.new_file(sink, COLUMNS) as file:
        for start, chunk in chunks(texts):
            rows = prepared(chunk)
            for n, text in enumerate(rows.column("text").to_pylist(), start):
                writer.add_document(document(n, text, cut))
            letters += pc.sum(rows.column("length")).as_py() or 0
            file.write_table(rows)
    writer.commit()
    writer.wait_merging_threads()
    facts: dict[str, Any] = {"layout": LAYOUT, "documents": len(at), "mean_length": letters / max(len(at), 1)}
    (draft / FACTS).write_text(json.dumps(facts), "utf-8")


def chunks(texts: pa.Table) -> Iterator[tuple[int, pa.Table]]:
    for start in range(0, texts.num_rows, CHUNK):
        yield start, texts.slice(start, CHUNK)


def prepared(chunk: pa.Table) -> pa.Table:
    """Rows as `COLUMNS` has them."""
    given = pc.coalesce(chunk.column("title"), chunk.column("title_en")).combine_chunks()
    title, other = normalised(given), normalised(chunk.column("title_en").combine_chunks())
    body = without_titles(normalised(chunk.column("abstract").combine_chunks()), title)
    # A translated title is a text like the abstract; where it is the only one it is the title already.
    body = pc.binary_join_element_wise(body, pc.if_else(pc.equal(other, title), "", other), " ")
    text = pc.binary_join_element_wise(title, body, " ")
    return pa.table([
        chunk.column("patent"), given, chunk.column("abstract"), text, pc.utf8_length(title),
        pc.utf8_length(pc.replace_substring(text, " ", "")),
    ], schema=COLUMNS)


def without_titles(bodies: pa.Array, titles: pa.Array) -> pa.Array:
    """Each text without copies of its own title; an abstract often begins by repeating it."""
    bare = pc.replace_substring_regex(titles, "^一种", "")
    pairs = zip(bodies.to_pylist(), titles.to_pylist(), bare.to_pylist(), strict=True)
    cut = [b.replace(t, " ").replace(s, " ") if len(s) > 1 else b for b, t, s in pairs]
    return pa.array(cut, pa.string())


def document(row: int, text: str, cut: Words) -> tantivy.Document:
    """What the engine is given of one text: its terms, parted by spaces."""
    made = tantivy.Document()
    made.add_unsigned("row", row)
    for field, terms in (("characters", characters(text)), ("pairs", pairs(text)), ("words", cut(text))):
        made.add_text(field, " ".join(terms))
    return made


def fields() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=False, indexed=False, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
