"""What users do to exports: small bases changed in seeded random ways, loaded as one folder.

Every file must be read by its layout, every good row be in the graph with its title, day and holders, every row that
was spoilt be refused, and kept + refused be what was read.
"""

from __future__ import annotations

import gzip
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import xlsxwriter
from commands.run import Done, ipgraph

SEED = 4
FILES = 30
Rows = list[list[str]]

#: Layout → headings, and a row of the n-th patent; T, D, H and N stand for its title, day, holders and number.
BASES: dict[str, tuple[list[str], list[str], str]] = {
    "patsnap": (["公开(公告)号", "标题", "申请日", "[标]当前申请(专利权)人", "IPC分类号"], ["N", "T", "D", "H",
        "H01M10/05"], " | "),
    "incopat": (["标题", "申请人", "公开(公告)号", "申请号", "申请日", "IPC"], ["T", "H", "N", "", "D", "H01M10/05"],
                "; "),
    "cnipr": (["申请号", "公开(公告)号", "申请日", "名称", "主分类号", "申请(专利权)人"],
              ["", "N", "D", "T", "H01M10/05", "H"], ";"),
    "patent_list": (["序号", "专利号", "专利名称", "专利权人", "申请日期"], ["1", "N", "T", "H", "D"], "、"),
    "derwent": (["Publication Number", "Title", "Title - DWPI", "Assignee/Applicant", "Application Date"],
                ["N", "T", "x", "H", "D"], " | "),
}


@dataclass
class Export:
    """A file to be: its rows with the headings on top, how many of them are good and spoilt, and how it is written."""

    layout: str
    rows: Rows
    good: dict[str, tuple[str, str]]
    spoilt: int = 0
    delimiter: str = ","
    encoding: str = "utf-8"
    form: str = "csv"
    done: list[str] = field(default_factory=list)

    def insert(self, place: int, row: list[str]) -> None:
        self.rows.insert(place, row)

    @property
    def width(self) -> int:
        return max(map(len, self.rows))


def base(layout: str, number: int, chance: random.Random) -> Export:
    headings, pattern, mark = BASES[layout]
    rows, good = [list(headings)], {}
    for i in range(chance.randint(1, 3)):
        said = {"N": f"CN1{number:04}{i:04}A", "T": f"题名{number}之{i}", "D": f"2013-0{i + 1}-2{i}",
                "H": mark.join(["甲公司", "乙大学"])}
        rows.append([said.get(cell, cell) for cell in pattern])
        good[said["N"]] = said["T"], said["D"]
    return Export(layout, rows, good)


def reordered(export: Export, chance: random.Random) -> None:
    order = chance.sample(range(export.width), export.width)
    export.rows = [[row[i] for i in order] for row in export.rows]


def further(export: Export, chance: random.Random) -> None:
    place = chance.randint(0, export.width)
    for i, row in enumerate(export.rows):
        row.insert(place, "价值度" if i == 0 else "9.5")


def recased(export: Export, chance: random.Random) -> None:
    export.rows[0] = [f" {cell.upper()} " for cell in export.rows[0]]


def widened(export: Export, chance: random.Random) -> None:
    wide = str.maketrans("()[]/", "（）［］／")
    export.rows[0] = [cell.translate(wide) for cell in export.rows[0]]


def titled(export: Export, chance: random.Random) -> None:
    blank = [""] * (export.width - 1)
    for line in chance.sample(["检索结果导出", "检索式：TA=电池", ""], 2):
        export.insert(0, [line, *blank])


def blanks(export: Export, chance: random.Random) -> None:
    export.insert(len(export.rows), [""] * export.width)
    export.insert(len(export.rows) - 1, [""] * export.width)


def summed(export: Export, chance: random.Random) -> None:
    export.rows.append(["合计", *[""] * (export.width - 2), "3"])
    export.spoilt += 1


def spoilt(export: Export, chance: random.Random) -> None:
    """One more patent, on a day that no calendar has."""
    days = {day for _, day in export.good.values()}
    export.rows.append(["2013-02-30" if cell in days else cell.replace("CN1", "CN9") for cell in export.rows[-1]])
    export.spoilt += 1


def broken_lines(export: Export, chance: random.Random) -> None:
    number, (title, day) = next(iter(export.good.items()))
    export.rows = [[cell.replace(title, f'{title},"甲|乙";\n丙') for cell in row] for row in export.rows]
    export.good[number] = f'{title},"甲|乙"; 丙', day


def dotted_days(export: Export, chance: random.Random) -> None:
    days = {day: day.replace("-", chance.choice(["/", ".", ""])) for _, day in export.good.values()}
    export.rows = [[days.get(cell, cell) for cell in row] for row in export.rows]


def american_days(export: Export, chance: random.Random) -> None:
    """Days with the month first; the file tells so where one is behind the 12th."""
    days = {day: "{1}/{2}/{0}".format(*day.split("-")) for _, day in export.good.values()}
    export.rows = [[days.get(cell, cell) for cell in row] for row in export.rows]


def written_as(form: str, delimiter: str = ",", encoding: str = "utf-8") -> Callable[[Export, random.Random], None]:
    def change(export: Export, chance: random.Random) -> None:
        export.form, export.delimiter, export.encoding = form, delimiter, encoding
    return change


CHANGES = [reordered, spoilt, further, recased, widened, titled, blanks, summed, broken_lines, dotted_days,
           american_days]
FORMS = [
    written_as("csv"), written_as("csv", ";"), written_as("csv", "\t", "utf-16"), written_as("csv", ",", "gb18030"),
    written_as("csv", ",", "utf-8-sig"), written_as("xlsx"), written_as("xlsx.csv"), written_as("html"),
    written_as("csv.gz"), written_as("zip"),
]


def write(export: Export, path: Path) -> None:
    """Write the export in its form; the name says nothing of the encoding."""
    if export.form.startswith("xlsx"):
        with xlsxwriter.Workbook(path) as book:
            book.add_worksheet("说明").write(0, 0, "导出说明")
            sheet = book.add_worksheet("数据")
            for number, row in enumerate(export.rows):
                for place, cell in enumerate(row):
                    sheet.write_string(number, place, cell)
        return
    if export.form == "html":
        cells = ["".join(f"<td>{cell}</td>" for cell in row).replace("\n", "<br>") for row in export.rows]
        path.write_text(f"<html><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></html>", "utf-8")
        return
    lines = [export.delimiter.join(quoted(cell, export.delimiter) for cell in row) for row in export.rows]
    content = ("\r\n".join(lines) + "\r\n").encode(export.encoding)
    if export.form == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{path.stem}.csv", content)
    else:
        path.write_bytes(gzip.compress(content) if export.form == "csv.gz" else content)


def quoted(cell: str, delimiter: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if {'"', "\n", delimiter} & set(cell) else cell


SUFFIX = {"csv": ".csv", "xlsx": ".xlsx", "xlsx.csv": ".csv", "html": ".xls", "csv.gz": ".csv.gz", "zip": ".zip"}


def made(folder: Path) -> dict[str, Export]:
    """The files by the name under which the report speaks of them."""
    chance = random.Random(SEED)
    exports = {}
    for number in range(FILES):
        export = base(chance.choice(list(BASES)), number, chance)
        changes = chance.sample(CHANGES, chance.randint(1, 4))
        if american_days in changes:
            changes = [change for change in changes if change is not dotted_days]
        for change in [*sorted(changes, key=CHANGES.index), FORMS[number % len(FORMS)]]:
            change(export, chance)
            export.done.append(getattr(change, "__name__", "form"))
        path = folder / f"f{number:02}{SUFFIX[export.form]}"
        write(export, path)
        exports[f"f{number:02}.csv" if export.form == "zip" else path.name] = export
    return exports


@pytest.fixture(scope="module")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Export], Done, Path]:
    folder, home = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("home")
    exports = made(folder)
    return exports, ipgraph("load", folder, "--json", home=home), home


def lines(done: Done) -> dict[str, dict[str, Any]]:
    return {Path(line["file"]).name: line for line in done.json}


def test_every_file_is_read_by_its_layout_and_its_rows_add_up(mutated: tuple[dict[str, Export], Done, Path]) -> None:
    exports, done, _ = mutated
    told = lines(done)
    expected = {name: (export.layout, len(export.good) + export.spoilt, len(export.good), export.spoilt, export.done)
                for name, export in exports.items()}
    found = {name: (line["layout"], line["read"], line["kept"], line["refused"], exports[name].done)
             for name, line in told.items()}
    assert found == expected
    assert all(sum(line["reasons"].values()) == line["refused"] for line in told.values())


def test_every_good_row_is_there_as_it_was_meant(mutated: tuple[dict[str, Export], Done, Path]) -> None:
    exports, _, home = mutated
    bundle = next(home.glob("bundle/*/nodes/Patent.parquet"))
    patents = {row["id"]: (row["title"], str(row["filed_on"])) for row in pq.read_table(bundle).to_pylist()}
    wanted = {number: said for export in exports.values() for number, said in export.good.items()}
    assert patents == wanted
    filed = pq.read_table(bundle.parents[1] / "edges" / "FILED.Institution.Patent.parquet")
    assert set(filed["end"].to_pylist()) == set(wanted)
