from __future__ import annotations

from loaders.conftest import Taken


def test_the_list_of_etsi(taken: Taken) -> None:
    intake = taken("etsi.csv", 'PublicationNumber,StandardBody,TechnicalStandard\nUS-7489672-B2,ETSI,"3GPP, LTE"\n')
    rows = intake.table("declarations").select(["row", "number", "standard", "body"]).to_pylist()
    assert intake.layout == "sep_declarations"
    assert rows == [{"row": 2, "number": "US-7489672-B2", "standard": standard, "body": "ETSI"}
                    for standard in ("3GPP", "LTE")]


def test_rows_without_a_number_or_a_standard_are_kept_to_be_refused(taken: Taken) -> None:
    intake = taken(
        "dsep.csv",
        "record_id,sso,patent_owner_harmonized,date,standard,pub_cleaned,blanket_type\n"
        "1,ITU,ACME,2004-05-06,G.711,US6163533,0\n2,ITU,ACME,2004-05-06,G.711,,1\n3,ITU,ACME,2004-05-06,,US1,0\n",
    )
    row, blanket, bare = intake.table("declarations").to_pylist()
    assert (blanket["number"], bare["standard"]) == (None, None)
    assert (row["number"], row["declarant"], row["declared_on"]) == ("US6163533", "ACME", "2004-05-06")
