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
from sampling import originals
from sampling.firms import firms, operates
from sampling.holders import organisations, residence
from sampling.match import served
from sampling.rules import all_rules

TARGET = Path(__file__).parents[1] / "src" / "ipgraph" / "sample"
LISTS = ("ipc", "cpc", "applicants", "owners", "inventors", "priorities")
COLUMNS = (
    "publication_number", "application_number", "title", "title_en", "patent_type", "status", "filed_on",
    "published_on", "granted_on", "main_class", "address", "residence", "cited_by", "citing", "family_size",
    "inventor_count", *LISTS,
)
#: Of the records that serve the chain of electric vehicles alone, every fourth by the checksum of its number.
THIN = 4
#: Old Indian numbers have the branch office inside (IN6822CHE2014A); the sample does without the few of them.
NOT_A_NUMBER = r"^IN\d+[A-Z]{2}"
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


def pool(listed: pd.DataFrame) -> pd.DataFrame:
    """The part of the HEVC list that is in force in POOL_COUNTRIES; UNKNOWN inventors are none."""
    rows = listed[listed.Country.isin(POOL_COUNTRIES)]
    return pd.DataFrame({
        "pool": "HEVC Advance", "pool_name": "HEVC Advance 专利池", "pool_name_en": "HEVC Advance patent pool",
        "administrator": "Access Advance", "number": rows["Patent Number"], "country": rows.Country,
        "licensor": rows.Licensor, "profile": rows.Profile,
        "inventors": rows.Inventor.where(rows.Inventor != "UNKNOWN").str.replace("|", ";"),
    }).sort_values(["number", "profile", "licensor"])


def write(name: str, frame: pd.DataFrame) -> None:
    """A csv, or csv.gz without a time stamp, lists joined by `;`."""
    text = frame.to_csv(index=False, lineterminator="\n").encode()
    (TARGET / name).write_bytes(gzip.compress(text, 9, mtime=0) if name.endswith(".gz") else text)
    print(f"{name}: {len(frame)} rows, {(TARGET / name).stat().st_size / 1000:.0f} kB")


def write_yaml(name: str, key: str, rows: list[dict[str, Any]], about: str) -> None:
    """One list of the chain workbook, a line a row."""
    lines = [yaml.safe_dump(row, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False).strip()
             for row in rows]
    text = "\n".join([f"# Made by tools/compile_sample.py. {about}", f"{key}:", *(f"- {line}" for line in lines), ""])
    (TARGET / f"{name}.yaml").write_text(text, encoding="utf-8")
    print(f"{name}.yaml: {len(rows)} rows, {len(text.encode()) / 1000:.0f} kB")


def main() -> None:
    order = yaml.safe_load((TARGET / "order.yaml").read_text(encoding="utf-8"))
    rules = all_rules(originals.DATA / "classifications" / "xinsanyang_2024.json")
    write_yaml("rules", "rules", [r for r in rules if not r["segment"].startswith("ipg:")],
               "Ids with #1, #2 … are the classification's own rules, @en-ja the same in other languages, ipg:… ours.")
    write_yaml("rules_ipg", "rules", [r for r in rules if r["segment"].startswith("ipg:")],
               "Rules of the segments that are ours; they go with order.yaml.")
    records = pd.concat([read() for read in originals.READERS], ignore_index=True)
    numbers = records.publication_number
    again = numbers.duplicated() & numbers.notna()
    records = records[~again & ~numbers.fillna("").str.contains(NOT_A_NUMBER)].reset_index(drop=True)
    met = served(records, rules)
    patents = records[chosen(records, met, {s["id"]: s["chain"] for s in order["segments"]})]
    patents = patents.assign(residence=[residence(names) for names in patents.applicants])
    patents = patents.assign(key=patents.publication_number.fillna(patents.application_number)).sort_values("key")
    listed = patents.assign(**{c: patents[c].map(lambda v: ";".join(v) if isinstance(v, list) else "") for c in LISTS})
    write("patents.csv.gz", listed[list(COLUMNS)])
    cited = originals.citations()
    cited = cited[cited.citing.isin(patents.key) & cited.cited.isin(patents.key)]
    write("citations.csv.gz", cited.sort_values(["citing", "cited"]))
    write("pool.csv", pool(originals.pool()))
    listed_firms = firms(operates())
    write("organisations.csv", organisations(patents, listed_firms))
    working = operates().groupby(["name", "stock_code"]).segment.agg(list).rename("segments").reset_index()
    write_yaml("enterprises", "enterprises", working.to_dict("records"),
               "Listed firms in segments, by the products they sell.")


if __name__ == "__main__":
    main()
