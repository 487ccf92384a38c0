from __future__ import annotations

from pathlib import Path

from loaders.conftest import Taken

from ipgraph.sources import Intake, gather, take_in

PATENT = (
    "patent_id\tpatent_type\tpatent_date\tpatent_title\twipo_kind\tnum_claims\twithdrawn\tfilename\n"
    '"10000001"\t"utility"\t"2018-06-19"\t"Injection molding machine"\t"B2"\t12\t0\t"ipg180619.xml"\n'
    '"D800001"\t"design"\t"2018-06-19"\t"Bottle"\t"S1"\t1\t1\t"ipg180619.xml"\n'
)
ASSIGNEE = (
    "patent_id\tassignee_sequence\tassignee_id\tdisambig_assignee_individual_name_first\t"
    "disambig_assignee_individual_name_last\tdisambig_assignee_organization\tassignee_type\tlocation_id\n"
    '"10000001"\t1\t"b"\t"Ada"\t"Smith"\t""\t4\t"y"\n'
    '"10000001"\t0\t"a"\t""\t""\t"LS Mtron Ltd."\t3\t"x"\n'
    '"9999999"\t0\t"a"\t""\t""\t"Elsewhere Inc."\t3\t"x"\n'
)
FILES = {
    "g_patent.tsv": PATENT,
    "g_assignee_disambiguated.tsv": ASSIGNEE,
    "g_inventor_disambiguated.tsv": (
        "patent_id\tinventor_sequence\tinventor_id\tdisambig_inventor_name_first\tdisambig_inventor_name_last\tlocation_id\n"
        '"10000001"\t0\t"i"\t"Sung"\t"Kim"\t"x"\n"10000001"\t1\t"j"\t"Min"\t"Lee"\t"x"\n'
    ),
    "g_application.tsv": (
        "application_id\tpatent_id\tpatent_application_type\tfiling_date\tseries_code\trule_47_flag\n"
        '"14934661"\t"10000001"\t"14"\t"2015-11-06"\t"14"\t0\n'
    ),
    "g_cpc_current.tsv": (
        "patent_id\tcpc_sequence\tcpc_section\tcpc_class\tcpc_subclass\tcpc_group\tcpc_type\n"
        '"10000001"\t1\t"B"\t"B29"\t"B29C"\t"B29C45/64"\t"additional"\n'
        '"10000001"\t0\t"B"\t"B29"\t"B29C"\t"B29C45/76"\t"inventional"\n'
    ),
    "g_location_disambiguated.tsv": (
        "location_id\tdisambig_city\tdisambig_state\tdisambig_country\tlatitude\tlongitude\n"
        '"x"\t"Anyang"\t""\t"KR"\t37.4\t126.9\n'
    ),
    "g_us_patent_citation.tsv": (
        "patent_id\tcitation_sequence\tcitation_patent_id\tcitation_date\trecord_name\twipo_kind\tcitation_category\n"
        '"10000001"\t0\t"5093052"\t"1992-03-01"\t"Wurl"\t"A"\t"cited by examiner"\n'
        '"10000001"\t1\t"D701234"\t"2014-03-01"\t"Wurl"\t"S1"\t"cited by applicant"\n'
    ),
}


def set_of(folder: Path, files: dict[str, str]) -> Intake:
    """Write the files into one folder and take in the one set they make."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    (found,) = gather([folder], folder.parent / "gathered")
    return take_in(found.path, folder.parent / "spool")


def test_files_of_one_folder_make_one_row_a_patent(tmp_path: Path) -> None:
    intake = set_of(tmp_path / "pv", FILES)
    rows = {row["publication_number"]: row for row in intake.table("patents").to_pylist()}
    assert (intake.layout, intake.read, intake.table("refused").num_rows) == ("patentsview", 13, 0)
    assert list(rows) == ["US10000001B2", "USD800001S1"]
    row = {name: value for name, value in rows["US10000001B2"].items() if value is not None}
    assert row == {
        "row": 2, "sheet": "g_patent.tsv", "publication_number": "US10000001B2", "application_number": "US14934661",
        "title": "Injection molding machine", "title_en": "Injection molding machine", "patent_type": "utility",
        "filed_on": "2015-11-06", "published_on": "2018-06-19", "granted_on": "2018-06-19", "claims": "12",
        "applicants": ["LS Mtron Ltd.", "Ada Smith"], "inventors": ["Sung Kim", "Min Lee"], "residence": "KR",
        "address": "Anyang", "cpc": ["B29C45/76", "B29C45/64"],
    }
    assert rows["USD800001S1"]["status"] == "withdrawn"


def test_citations_bear_the_kind_of_both_ends(tmp_path: Path) -> None:
    citations = set_of(tmp_path / "pv", FILES).table("citations").select(["citing", "cited", "citer"])
    assert sorted(map(tuple, (row.values() for row in citations.to_pylist()))) == [
        ("US10000001B2", "US5093052A", "cited by examiner"), ("US10000001B2", "USD701234S1", "cited by applicant"),
    ]


def test_one_file_alone_makes_patents_of_what_it_says(taken: Taken) -> None:
    intake = taken("g_assignee_disambiguated.tsv", ASSIGNEE)
    assert [(row["publication_number"], row["applicants"]) for row in intake.table("patents").to_pylist()] == [
        ("US10000001", ["LS Mtron Ltd.", "Ada Smith"]), ("US9999999", ["Elsewhere Inc."]),
    ]


def test_the_patent_table_alone(taken: Taken) -> None:
    assert taken("g_patent.tsv", PATENT).table("patents")["title"].to_pylist() == ["Injection molding machine",
    "Bottle"]


def test_ipc_symbols_are_put_together(taken: Taken) -> None:
    intake = taken(
        "g_ipc_at_issue.tsv",
        "patent_id\tipc_sequence\tclassification_level\tsection\tipc_class\tsubclass\tmain_group\tsubgroup\n"
        '"10000001"\t0\t"A"\t"B"\t"9"\t"C"\t"45"\t"76"\n',
    )
    assert intake.table("patents")["ipc"].to_pylist() == [["B09C45/76"]]
