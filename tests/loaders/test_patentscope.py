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


def test_national_records_get_the_office_of_their_country(taken: Taken) -> None:
    headings = ("Application Id,Application Number,Application Date,Publication Number,Publication Date,Country,Title,"
                "I P C,Applicants,Inventors\n")
    rows = ("CN243000001,201910001234.5,02.01.2019,109500001,29.03.2019,CN,x,H01M 10/0525,x,y\n"
            "WO2020123456,PCT/CN2019/123456,05.12.2019,WO/2020/123456,18.06.2020,WO,x,H01M 10/0525,x,y\n")
    found = taken("a.csv", headings + rows).table("patents").to_pylist()
    assert [(row["publication_number"], row["application_number"]) for row in found] == [
        ("CN109500001", "CN201910001234.5"), ("WO/2020/123456", "PCT/CN2019/123456")]
