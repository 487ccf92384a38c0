from __future__ import annotations

import pytest
from loaders.conftest import Taken

from ipgraph.errors import LayoutError


def test_a_pool_is_called_what_its_file_is_called(taken: Taken) -> None:
    intake = taken("EVS 2024.csv", "Licensor,Country,Patent No.\nACME,US,\"9,254,383\"\nFOO,Germany,DE1234567B1\n")
    assert intake.layout == "pool_list"
    assert [row["id"] for row in intake.table("pools").to_pylist()] == ["EVS 2024"]
    rows = intake.table("pool_patents").to_pylist()
    assert [(r["pool"], r["number"], r["licensor"], r["country"]) for r in rows] == [
        ("EVS 2024", "9,254,383", "ACME", "US"), ("EVS 2024", "DE1234567B1", "FOO", "Germany")]


def test_numbers_and_owners_alone_make_no_pool(taken: Taken) -> None:
    with pytest.raises(LayoutError):
        taken("a.csv", "Patent Owner,Country,Patent Number\nACME,US,9254383\n")


def test_the_list_by_claims_and_its_successor(taken: Taken) -> None:
    # the columns of the administrator's own list, a title above them
    headings = ("Count (Claims),Count (Patents),Profile,Country,Patent Number,Claim Number,Category,Licensor,"
                "Est. Exp. Date")
    row = "1,1,Main/Main10,AE,AE1533,1,Decoder,Samsung,20310817\n"
    hevc = taken("list.csv", f",,This is the list of HEVC patents,,,,,,\n{headings}\n{row}")
    assert (hevc.layout, hevc.unknown) == ("hevc_pool", ())
    assert hevc.table("pools")["id"].to_pylist() == ["HEVC Advance"]
    assert taken("VVC list.csv", f"{headings}\n{row}").table("pools")["id"].to_pylist() == ["VVC Advance"]
