"""Makes the sample of src/ipgraph/sample/ from the original records.

    IPGRAPH_SHARED_DATA=<folder of the originals> python tools/compile_sample.py

Nothing is drawn at random: the same originals give the same files, byte for byte. docs/sample.md says what is chosen.
"""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

import pandas as pd
import yaml
from sample import originals
from sample.firms import firms, operates
from sample.holders import organisations, residence
from sample.match import served
from sample.rules import all_rules

TARGET = Path(__file__).parents[1] / "src" / "ipgraph" / "sample"
LISTS = ("ipc", "cpc", "applicants", "owners", "inventors", "priorities")
COLUMNS = (
    "publication_number", "application_number", "title", "title_en", "patent_type", "status", "filed_on",
    "published_on", "granted_on", "main_class", "address", "residence", "cited_by", "citing", "family_size",
    "inventor_count", *LISTS,
)
#: Of the records that serve the chain of electric vehicles alone, every fourth by the checksum of its number.
THIN = 4
#: The part of the pool's list that is shipped: what is listed in these countries.
POOL_COUNTRIES = ("CN",)


def chosen(records: pd.DataFrame, met: pd.DataFrame, chain_of: dict[str, str]) -> pd.Series[bool]:
    """Which records are shipped.

    All that serve 锂电池 or 光伏; of those that serve 电动汽车 alone one in THIN, whatever its country, holder or
    segment; all of the small files that show inventors, teams and other fields.
    """
    chains = met.assign(chain=met.segment.map(chain_of)).groupby("row").chain.agg(set)
    serves = pd.Series([chains.get(row, set()) for row in range(len(records))], index=records.index)
    number = records.publication_number.fillna(records.application_number)
    kept = number.map(lambda n: zlib.crc32(n.encode()) % THIN == 0)
    rare = serves.map(lambda s: bool(s & {"xinsanyang_2024:锂电池", "xinsanyang_2024:光伏"}))
    small = records.file.isin(["cnipr", "cnipa_search", "patsnap"])
    return small | rare | (serves.map(bool) & (kept | records.file.isin(["taian"])))


def write(name: str, frame: pd.DataFrame) -> None:
    """A csv, or csv.gz without a time stamp, lists joined by `;`."""
    text = frame.to_csv(index=False, lineterminator="\n").encode()
    (TARGET / name).write_bytes(gzip.compress(text, 9, mtime=0) if name.endswith(".gz") else text)
    print(f"{name}: {len(frame)} rows, {(TARGET / name).stat().st_size / 1000:.0f} kB")


def write_yaml(key: str, rows: list[dict[str, Any]], about: str) -> None:
    """One list of the chain workbook, a line a row."""
    lines = [yaml.safe_dump(row, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False).strip()
             for row in rows]
    text = "\n".join([f"# Made by tools/compile_sample.py. {about}", f"{key}:", *(f"- {line}" for line in lines), ""])
    (TARGET / f"{key}.yaml").write_text(text, encoding="utf-8")
    print(f"{key}.yaml: {len(rows)} rows, {len(text.encode()) / 1000:.0f} kB")


def main() -> None:
    order = yaml.safe_load((TARGET / "order.yaml").read_text(encoding="utf-8"))
    rules = all_rules(originals.DATA / "classifications" / "xinsanyang_2024.json")
    write_yaml("rules", rules,
               "Ids with #1, #2 … are the classification's own rules, @en-ja the same in other languages, ipg:… ours.")
    records = pd.concat([read() for read in originals.READERS], ignore_index=True)
    again = records.publication_number.duplicated() & records.publication_number.notna()
    records = records[~again].reset_index(drop=True)
    met = served(records, rules)
    patents = records[chosen(records, met, {s["id"]: s["chain"] for s in order["segments"]})]
    patents = patents.assign(residence=[residence(names) for names in patents.applicants])
    patents = patents.assign(key=patents.publication_number.fillna(patents.application_number)).sort_values("key")
    listed = patents.assign(**{c: patents[c].map(lambda v: ";".join(v) if isinstance(v, list) else "") for c in LISTS})
    write("patents.csv.gz", listed[list(COLUMNS)])
    cited = originals.citations()
    cited = cited[cited.citing.isin(patents.key) & cited.cited.isin(patents.key)]
    write("citations.csv.gz", cited.sort_values(["citing", "cited"]))
    pool = originals.pool()
    write("pool.csv", pool[pool.Country.isin(POOL_COUNTRIES)])
    listed_firms = firms(operates())
    write("organisations.csv", organisations(patents, listed_firms))
    write_yaml("enterprises", operates().to_dict("records"), "Listed firms in segments, by the products they sell.")


if __name__ == "__main__":
    main()
