from __future__ import annotations

from loaders.conftest import Taken


def test_publications_of_derwent_innovation(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "Publication Number,Title,Title - DWPI,Assignee/Applicant,Inventor,Application Number,Application Date,"
        "Publication Date,IPC - Current,CPC - Current,Count of Citing Patents,DWPI Accession Number,"
        "DWPI Family Members,"
        "Dead/Alive,Cited Refs - Patent\n"
        "US10000001B2,Injection molding machine,Injection machine for moulding,LS MTRON LTD | FOO INC,"
        "KIM SUNG | LEE MIN,"
        "US14934661A,2015-11-06,2018-06-19,B29C004576 | B29C004564,B29C45/76,3,2016-28642K,US10000001B2 | CN105583992A,"
        "Alive,US5093052A | US8000000B2\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("derwent", ())
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 2, "publication_number": "US10000001B2", "application_number": "US14934661A",
        "title": "Injection molding machine", "title_en": "Injection machine for moulding", "status": "Alive",
        "filed_on": "2015-11-06", "published_on": "2018-06-19", "cited_by": "3", "family": "2016-28642K",
        "ipc": ["B29C0045/76", "B29C0045/64"], "cpc": ["B29C45/76"], "applicants": ["LS MTRON LTD", "FOO INC"],
        "inventors": ["KIM SUNG", "LEE MIN"], "family_members": ["US10000001B2", "CN105583992A"],
    }
    assert sorted(intake.table("citations")["cited"].to_pylist()) == ["US5093052A", "US8000000B2"]


def test_families_of_a_landscape(taken: Taken) -> None:
    intake = taken(
        "a.csv",
        "Derwent Accession Number,Basic Patent Number,DWPI Title,Family Member Countries,Priority Year (earliest),"
        "Count of Citing Patents - DPCI,Standardized Assignee,Inventors,Sector\n"
        "2016-28642K,CN105583992A,Injection machine,CN | US,2014,3,LS MTRON LTD,KIM SUNG,Corporate\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("derwent", ("Sector",))
    assert (row["publication_number"], row["family"], row["applicants"], row["cited_by"]) == (
        "CN105583992A", "2016-28642K", ["LS MTRON LTD"], "3",
    )


def test_tagged_tables_of_the_innovations_index(taken: Taken) -> None:
    intake = taken(
        "savedrecs.txt",
        "PT\tPN\tTI\tAU\tAE\tGA\tAB\tIP\tAD\tPD\n"
        "P\tUS2016129610-A1; CN105583992-A\tInjection machine\tKIM S; LEE M\tLS MTRON LTD(LSMT-C); FOO INC(FOOI-C)\t"
        "201628642K\tNOVELTY - A machine.\tB29C-045/76; B29C-045/64\tUS2016129610-A1 US934661 06 Nov 2015\tx\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "derwent_dii"
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 2, "publication_number": "US2016129610-A1", "title_en": "Injection machine", "abstract": "A machine.",
        "filed_on": "2015-11-06", "family": "201628642K", "ipc": ["B29C045/76", "B29C045/64"],
        "applicants": ["LS MTRON LTD", "FOO INC"], "inventors": ["KIM S", "LEE M"],
        "family_members": ["US2016129610-A1", "CN105583992-A"],
    }
