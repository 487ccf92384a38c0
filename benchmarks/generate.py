"""`python -m benchmarks.generate --patents N --seed S --out DIR`: invented supplier files with the skew of real ones.

    patents.csv    incoPat layout      holders by Zipf's law, teams within a holder, growth by year, several symbols
    citations.csv  ipgraph_citations   backward in time, lognormal attractiveness
    holders.csv    ipgraph_organisations
    chains.yaml    chain_workbook      chains, segments, what feeds what, rules by IPC

Every value is a hash of its number and the seed, so the same words give the same bytes whatever the threads. Ten
million patents are the most that application numbers have room for.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import yaml

from benchmarks.invented import CITIES, CLAUSES, FIELDS, SUBCLASSES, SYLLABLES, invented_chains
from ipgraph.schema.engine import open_duckdb

MOST = 10_000_000
YEARS = (2003, 2022)
#: Filings grow by this factor a year, as at CNIPA in those years.
GROWTH = 1.12
#: Mean citations of a patent to earlier ones, and the spread of how attractive a patent is (Radicchi et al. 2008: 1.3).
CITATIONS, SPREAD = 2.5, 1.3
#: Patents a holder has on the mean; a rank drawn as N^u follows Zipf's law with exponent 1.
PATENTS_A_HOLDER = 12
CHUNK = 1_000_000

MACROS = """
CREATE MACRO draw(what, n) AS (hash(n, what, {seed}) >> 11)::DOUBLE / 9007199254740992;
CREATE MACRO zipf(most, what, n) AS greatest(1, least(most, floor(most ** draw(what, n))::BIGINT));
CREATE MACRO chosen(words, what, n) AS words[1 + floor(len(words) * draw(what, n))::BIGINT];
CREATE MACRO often(words, what, n) AS words[zipf(len(words), what, n)];
CREATE MACRO digit(n) AS ({syllables})[1 + n % len({syllables})];
CREATE MACRO spelt(n) AS digit(n) || digit(n // len({syllables})) || digit(n // len({syllables}) // len({syllables}));
CREATE MACRO person(holder, n) AS often({surnames}, 'surname', (holder, n)) || chosen({syllables}, 'given', (holder, n))
    || CASE WHEN draw('short', (holder, n)) < 0.2 THEN '' ELSE chosen({syllables}, 'second', (holder, n)) END;
"""
#: `home` is the subclass that most of its patents are in, `people` how many invent for it.
HOLDERS = """
CREATE TABLE holders AS
SELECT rank, city, (1 + hash(rank, 'home', {seed}) % {classes})::BIGINT AS home,
    CASE WHEN draw('sort', rank) < 0.14 THEN 'Institution' WHEN draw('sort', rank) < 0.94 OR rank < 50 THEN 'Enterprise'
        ELSE 'Person' END AS kind,
    greatest(2, floor(1.5 * {patents} / (rank * ln({holders} + 1))))::BIGINT AS people,
    CASE kind WHEN 'Person' THEN person(0, rank) WHEN 'Enterprise' THEN left(city, len(city) - 1) || spelt(rank) ||
        chosen({fields}, 'field', rank) || CASE WHEN draw('form', rank) < 0.2 THEN '股份有限公司' ELSE '有限公司' END
        ELSE left(city, len(city) - 1) || spelt(rank) || CASE WHEN draw('form', rank) < 0.6 THEN '大学'
        ELSE '研究院' END END AS name
FROM (SELECT rank, chosen({cities}, 'city', rank) AS city FROM range(1, {holders} + 1) t(rank))
"""
#: Patent n of all in the order of filing: when, by whom, of what kind.
PATENTS = """
CREATE TABLE drawn AS
SELECT n, h.rank, h.name, h.city, h.home, h.people,
    {first} + ln(1 + (n + 0.5) / {patents} * ({growth} ** {years} - 1)) / ln({growth}) AS year,
    CASE WHEN draw('code', n) < 0.55 THEN 'A' WHEN draw('code', n) < 0.7 THEN 'B' ELSE 'U' END AS code,
    'CN' || CASE code WHEN 'U' THEN '2' ELSE '1' END || lpad(n::VARCHAR, 8, '0') || code AS publication,
    make_date(floor(year)::INT, 1, 1) + (365 * (year - floor(year)))::INT AS filed,
    floor(year)::INT || CASE code WHEN 'U' THEN '2' ELSE '1' END || lpad(n::VARCHAR, 7, '0') AS serial,
    CASE WHEN draw('partner', n) < 0.08
        THEN zipf({holders}, 'other', (h.rank, floor(5 * draw('which', n)))) END AS partner,
    zipf(h.people, 'leader', n) AS leader, 1 + floor(8 ** draw('team', n) * 0.9)::BIGINT AS team,
    CASE WHEN draw('stay', n) < 0.7 THEN h.home ELSE zipf({classes}, 'class', n) END AS class
FROM (SELECT n, zipf({holders}, 'holder', n) AS holder FROM range({patents}) t(n)) JOIN holders h ON rank = holder
ORDER BY n
"""
#: The columns of an incoPat export. The check digit is that of ZC 0006-2003.
EXPORT = """
SELECT '一种' || chosen({adjectives}, 'adjective', n) || ({nouns})[class] || chosen({endings}, 'ending', n) AS "标题",
    p.name || CASE WHEN o.rank != p.rank THEN '; ' || o.name ELSE '' END AS "申请人",
    publication AS "公开(公告)号",
    'CN' || serial || '.' || ('0123456789X')[1 + list_sum(list_transform([2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5],
        lambda weight, i : weight * serial[i]::INT))::BIGINT % 11] AS "申请号",
    strftime(filed, '%Y-%m-%d') AS "申请日",
    strftime(filed + 180 + (360 * draw('published', n))::INT, '%Y-%m-%d') AS "公开(公告)日",
    array_to_string(list_transform(range(least(team, p.people)),
        lambda i : person(p.rank, 1 + (leader + i) % p.people)), '; ') AS "发明人",
    array_to_string(list_distinct(list_transform(range(zipf(5, 'symbols', n)), lambda i : ({symbols})[class] ||
        zipf(60, 'group', (n, i)) || '/' || lpad((zipf(40, 'subgroup', (n, i)) * 2 - 2)::VARCHAR, 2, '0'))), '; ')
        AS "IPC",
    ({symbols})[class] || zipf(60, 'group', (n, 0)) || '/' || lpad((zipf(40, 'subgroup', (n, 0)) * 2 - 2)::VARCHAR, 2,
        '0') AS "IPC主分类",
    '本发明公开了一种' || chosen({adjectives}, 'adjective', n) || ({nouns})[class] || '，' ||
        array_to_string(list_transform(range(2 + floor(5 * draw('long', n))::BIGINT), lambda i :
        chosen({clauses}, 'clause', (n, i))), '，') || '。' AS "摘要",
    CASE WHEN code = 'A' THEN '实质审查' WHEN draw('alive', n) < 0.6 THEN '授权' ELSE '未缴年费' END AS "当前法律状态",
    p.city AS "申请人地址", 1 + zipf(20, 'claims', n) AS "权利要求数量", c.cited_by AS "被引证次数"
FROM drawn p LEFT JOIN holders o ON o.rank = partner POSITIONAL JOIN counted c ORDER BY n
"""
SURNAMES = list("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈")


def generate(out: Path, patents: int, seed: int = 1) -> None:
    """Write the four files of `patents` patents into `out`."""
    if not 1 <= patents <= MOST:
        raise SystemExit(f"--patents is 1 to {MOST:,}")
    out.mkdir(parents=True, exist_ok=True)
    holders = max(20, patents // PATENTS_A_HOLDER)
    words = {
        "seed": seed, "patents": patents, "holders": holders, "classes": len(SUBCLASSES), "first": YEARS[0],
        "years": YEARS[1] - YEARS[0] + 1, "growth": GROWTH, "syllables": SYLLABLES, "surnames": SURNAMES,
        "cities": CITIES, "fields": FIELDS, "symbols": list(SUBCLASSES), "nouns": list(SUBCLASSES.values()),
        "adjectives": ["高效", "节能", "轻量化", "耐高温", "智能", "自动", "新型", "复合"],
        "clauses": CLAUSES, "endings": ["", "及其制备方法", "装置", "系统", "及其控制方法", "结构", "的检测方法"],
    }
    with open_duckdb() as con:
        con.execute("SET temp_directory = $d", {"d": str(out / ".spilled")})
        for statement in (MACROS, HOLDERS, PATENTS):
            con.execute(statement.format(**words))
        counted = pa.table({"cited_by": cite(con, out / "citations.csv", patents, seed)})
        con.register("counted", counted)
        copy(con, EXPORT.format(**words), out / "patents.csv")
        copy(con, "SELECT name, kind, 'CN' AS country, city AS address FROM holders WHERE kind != 'Person' "
                  "ORDER BY rank", out / "holders.csv")
    (out / "chains.yaml").write_text(yaml.safe_dump(invented_chains(seed), allow_unicode=True), "utf-8")


def cite(con: duckdb.DuckDBPyConnection, path: Path, patents: int, seed: int) -> np.ndarray[Any, Any]:
    """Write who cites whom, each patent earlier ones by their attractiveness; how often each is cited."""
    random = np.random.default_rng(seed)
    reach = np.cumsum(random.lognormal(0, SPREAD, patents))
    cited_by = np.zeros(patents, np.int64)
    con.execute("CREATE TABLE pairs (citing BIGINT, cited BIGINT)")
    for start in range(0, patents, CHUNK):
        numbers = np.arange(start, min(start + CHUNK, patents))
        citing = np.repeat(numbers, random.poisson(random.lognormal(np.log(CITATIONS) - 0.5, 1, len(numbers))))
        citing = citing[citing > 0]
        cited = np.searchsorted(reach, random.random(len(citing)) * reach[citing - 1], side="right")
        pairs = np.unique(np.stack([citing, np.minimum(cited, citing - 1)], axis=1), axis=0)
        cited_by += np.bincount(pairs[:, 1], minlength=patents)
        drawn = pa.table({"citing": pairs[:, 0], "cited": pairs[:, 1]})
        con.register("part", drawn)
        con.execute("INSERT INTO pairs FROM part")
        con.unregister("part")
    copy(con, "SELECT a.publication AS citing, b.publication AS cited, draw('examiner', (a.n, b.n)) < 0.3 "
              "AS by_examiner FROM pairs JOIN drawn a ON a.n = citing JOIN drawn b ON b.n = cited "
              "ORDER BY a.n, b.n", path)
    return cited_by


def copy(con: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    con.execute(f"COPY ({query}) TO $1 (HEADER, DELIMITER ',')", [str(path)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Invented supplier files")
    parser.add_argument("--patents", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    generate(asked.out, asked.patents, asked.seed)
