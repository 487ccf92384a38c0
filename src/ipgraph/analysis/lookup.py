"""Finding what a person names: by id, by any spelling of the name, and else what they may have meant."""

from __future__ import annotations

import difflib
from bisect import bisect_left, bisect_right
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.errors import NotFound
from ipgraph.projection import Projection, remembered
from ipgraph.schema.types.name import display as shown
from ipgraph.schema.types.name import key as name_key
from ipgraph.schema.types.name import key_of, simplify

__all__ = [
    "find_chain", "find_holder", "find_pool", "find_segment", "find_team", "folded", "same_name", "suggestions",
    "with_id",
]


def find_holder(graph: Projection, text: str) -> int:
    """Position in `graph.nodes["Holder"]` of the holder with this id, name or alias.

    Of several with one name: organisations before persons, then most patents filed, then id.
    Raises NotFound with the nearest names.
    """
    frame = graph.nodes["Holder"]
    at, key = sorted_id(frame, text), key_of(text)
    if not len(at) and key:
        at = called(graph, key)
    if not len(at) and not key:
        at = np.flatnonzero((frame["name"] == text).to_numpy())
    if not len(at):
        en, zh = suggestions(text, frame["name"])
        raise NotFound(f"no enterprise, institution or person called {text}{en}", f"没有名为 {text} 的权利人{zh}")
    return min((int(a) for a in at), key=lambda a: (
        frame["kind"].iat[a] == "Person", -len(graph.edges["FILED"].targets(a)), a))


def find_chain(graph: Projection, text: str) -> int:
    """Position in `graph.nodes["Chain"]` of the chain with this id, name or English name.

    Of several with one name the one whose segments most patents serve, then by id; `same_name` tells the others.
    Raises NotFound with the nearest names.
    """
    found = named(graph, "Chain", text)
    if not len(found):
        en, zh = suggestions(text, graph.nodes["Chain"]["name"])
        raise NotFound(f"no chain called {text}{en}", f"没有名为 {text} 的产业链{zh}")
    counts = chain_patents(graph)
    return min((int(a) for a in found), key=lambda a: (-counts[a], a))


def find_segment(graph: Projection, text: str, chain: int | None = None) -> int:
    """Position in `graph.nodes["Segment"]` of the segment with this id, name, number or English name.

    Of several: those of `chain` (a position) alone where given, then the one that most patents serve, then by id.
    Raises NotFound with the nearest names.
    """
    frame = graph.nodes["Segment"]
    found = named(graph, "Segment", text)
    if not len(found):
        found = np.flatnonzero((frame["number"] == text.strip()).to_numpy())
    if chain is not None:
        found = found[(frame["chain"] == graph.nodes["Chain"]["id"].iat[chain]).to_numpy()[found]]
    if not len(found):
        en, zh = suggestions(text, frame["name"])
        raise NotFound(f"no segment called {text}{en}", f"没有名为 {text} 的链环节{zh}")
    counts = np.bincount(graph.edges["SERVES"].target, minlength=len(frame))
    return min((int(a) for a in found), key=lambda a: (-counts[a], a))


def find_pool(graph: Projection, text: str) -> int:
    """Position in `graph.nodes["Pool"]` by id or name. Raises NotFound with the nearest names."""
    found = named(graph, "Pool", text)
    if not len(found):
        en, zh = suggestions(text, graph.nodes["Pool"]["name"])
        raise NotFound(f"no patent pool called {text}{en}", f"没有名为 {text} 的专利池{zh}")
    return int(found[0])


def find_team(teams: pd.DataFrame, text: str) -> int:
    """Position in a frame of `all_teams` of the team with this id, or of this name: home · leader, as pages show it.

    Raises NotFound with the nearest names.
    """
    at = with_id(teams, text)
    names = teams["home_name"] + " · " + teams["leader_name"]
    if not len(at):
        at = np.flatnonzero((folded(names) == folded(pd.Series([text]))[0]).to_numpy(dtype=bool))
    if not len(at):
        en, zh = suggestions(text, names)
        raise NotFound(f"no research team called {text}{en}", f"没有名为 {text} 的科研团队{zh}")
    return int(at[0])


def same_name(graph: Projection, label: str, position: int) -> list[str]:
    """Ids of the other nodes of the label that carry the same name, sorted."""
    frame = graph.nodes[label]
    same = frame["id"][frame["name"] == frame["name"].iat[position]]
    return [str(id) for id in same if id != frame["id"].iat[position]]


def named(graph: Projection, label: str, text: str) -> np.ndarray:
    """Positions whose id is `text`, else whose name or English name is, spelling apart."""
    frame = graph.nodes[label]
    at = with_id(frame, text)
    if len(at):
        return at
    wanted = folded(pd.Series([text]))[0]
    hits = (folded(frame["name"]) == wanted) | (folded(frame["name_en"]) == wanted)
    return np.flatnonzero(hits.to_numpy(dtype=bool))


def with_id(frame: pd.DataFrame, text: str) -> np.ndarray:
    """Positions whose id is the text as it stands, or without the spaces around it."""
    return np.flatnonzero(frame["id"].isin([text, text.strip()]).to_numpy())


def sorted_id(frame: pd.DataFrame, text: str) -> np.ndarray:
    """`with_id` in a frame sorted by id, without looking at every row."""
    ids = frame["id"].array
    for wanted in (text, text.strip()):
        at = bisect_left(range(len(ids)), wanted, key=ids.__getitem__)
        if at < len(ids) and ids[at] == wanted:
            return np.array([at])
    return np.empty(0, dtype=np.int64)


def folded(names: pd.Series[str]) -> pd.Series[str]:
    """Names without what spelling adds: width, case, spaces, traditional characters; null stays null."""
    text = pc.utf8_normalize(pa.array(names, pa.string(), from_pandas=True), "NFKC")
    text = pc.utf8_lower(pc.replace_substring_regex(simplify(text), r"\s+", ""))
    return pd.Series(text.to_pandas().to_numpy(), index=names.index, dtype="str")


@remembered
def holder_names(graph: Projection) -> tuple[pa.Array, np.ndarray]:
    """Every spelling of every holder as identity compares names, sorted, and the positions of the holders."""
    frame = graph.nodes["Holder"]
    at = np.arange(len(frame))
    more = frame["aliases"].dropna().explode()
    rows = pd.concat([
        pd.Series(frame["name"].to_numpy(), at), pd.Series(frame["name_en"].to_numpy(), at),
        pd.Series(more.to_numpy(), more.index),
    ]).dropna()
    keys = name_key(shown(pa.array(rows, pa.string(), from_pandas=True)))
    names = pa.table({"key": keys, "at": rows.index.to_numpy(dtype=np.int64)})
    names = names.drop_null().group_by(["key", "at"]).aggregate([])
    names = names.sort_by([("key", "ascending"), ("at", "ascending")])
    return names["key"].combine_chunks(), names["at"].to_numpy()


def called(graph: Projection, key: str) -> np.ndarray:
    """Positions of the holders one of whose names has this key, ascending."""
    keys, at = holder_names(graph)
    low, high = (side(range(len(keys)), key, key=lambda n: keys[n].as_py()) for side in (bisect_left, bisect_right))
    return at[low:high]


def namesakes(graph: Projection, holder: int) -> np.ndarray:
    """Positions of the holders that carry one of the names of this one, itself among them."""
    frame = graph.nodes["Holder"]
    aliases: Any = frame["aliases"].iat[holder]  # a list, or nothing
    names = [frame["name"].iat[holder], frame["name_en"].iat[holder], *(() if np.ndim(aliases) == 0 else aliases)]
    keys = {key_of(name) for name in names if isinstance(name, str)} - {""}
    return np.unique(np.concatenate([[holder], *(called(graph, key) for key in sorted(keys))]).astype(np.int64))


@remembered
def chain_patents(graph: Projection) -> np.ndarray:
    """Pairs of patent and segment under every chain, by position of the chain."""
    segments, chains = graph.nodes["Segment"], graph.nodes["Chain"]
    chain = pd.Index(chains["id"]).get_indexer(pd.Index(segments["chain"].fillna("")))
    served = np.bincount(graph.edges["SERVES"].target, minlength=len(segments))
    return np.bincount(chain[chain >= 0], served[chain >= 0], minlength=len(chains))


def suggestions(text: str, names: pd.Series[str], most: int = 3) -> tuple[str, str]:
    """`; did you mean A, B, C?` from the nearest names, in English and Chinese; nothing where none is near.

    Near is a name that has the text in it, that begins with its first half, or that is spelt much like it.

    Only the two hundred names that share most characters with `text` are compared closely.
    """
    distinct = names.dropna().drop_duplicates().sort_values(ignore_index=True)
    low, wanted = distinct.str.lower(), text.strip().lower()
    shared = sum((low.str.contains(c, regex=False).astype(int) for c in sorted(set(wanted[:40]) - {" "})),
                 start=pd.Series(0, index=distinct.index))
    near = shared.nlargest(200).index
    by_low = dict(zip(low[near][::-1], distinct[near][::-1], strict=True))
    inside = [name for name in by_low if wanted and wanted in name][::-1]
    beginning = wanted[:max(2, (len(wanted) + 1) // 2)]
    same = [name for name in by_low if len(beginning) > 1 and name.startswith(beginning)][::-1]
    same.sort(key=lambda name: -difflib.SequenceMatcher(None, wanted, name).ratio())
    close = difflib.get_close_matches(wanted, list(by_low), n=most, cutoff=0.5)
    found = [str(by_low[name]) for name in dict.fromkeys([*inside, *same[:1], *close, *same])][:most]
    return (f"; did you mean {', '.join(found)}?", f"；是否指 {'、'.join(found)}？") if found else ("", "")
