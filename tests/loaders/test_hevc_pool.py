from __future__ import annotations

from loaders.conftest import Taken


def test_a_european_patent_is_named_by_its_european_number(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "Profile,Country,Patent Number,Licensor,Country New,Patent Number New,Inventor\n"
        "Main/Main10,LU,LU-EP2899979,Samsung,EP,EP2899979,MIN SU CHEON|JUNG HYE MIN\n"
        "Optional,AE,AE1533,Samsung,AE,AE1533,UNKNOWN\n",
    )
    (pool,) = intake.table("pools").to_pylist()
    assert [(row["pool"], row["number"], row["country"], row["inventors"]) for row in
            intake.table("pool_patents").to_pylist()] == [
        (pool["id"], "EP2899979", "LU", ["MIN SU CHEON", "JUNG HYE MIN"]), (pool["id"], "AE1533", "AE", None),
    ]
