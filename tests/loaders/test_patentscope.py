from __future__ import annotations

from loaders.conftest import Taken


def test_the_current_headings(taken: Taken) -> None:
    intake = taken(
        "resultList.csv",
        "Application Id,Application Number,Application Date,Country,Publication Number,Publication Date,Title,Abstract,"
        "Priorities Data,I P C,Applicants,Inventors,National Phase Entries,Image\n"
        "WO2020123456,PCT/CN2019/100001,10.08.2019,WO,WO/2020/123456,18.06.2020,BATTERY,A battery.,201910000001.1 "
        "11.12.2018 CN,H01M 10/05; H01M 4/13,JIA CO LTD; YI UNIV,ZHANG San; LI Si,NA,\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("patentscope", ())
    assert (row["publication_number"], row["filed_on"], row["ipc"], row["applicants"]) == (
        "WO/2020/123456", "10.08.2019", ["H01M 10/05", "H01M 4/13"], ["JIA CO LTD", "YI UNIV"],
    )


def test_the_platform_s_own_id_is_a_number_only_for_international_applications(taken: Taken) -> None:
    intake = taken(
        "resultList.csv",
        "Application Id,Application Number,Publication Date,Title,IPC,Applicants,Inventors\n"
        "CN316272891,202010000123.0,01.02.2012,A,H01M 10/05,B,C\nWO2020123456,,01.02.2012,A,H01M 10/05,B,C\n",
    )
    rows = intake.table("patents").to_pylist()
    assert [(row["publication_number"], row["application_number"]) for row in rows] == [
        (None, "202010000123.0"), ("WO2020123456", None)]
