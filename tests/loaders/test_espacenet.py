from __future__ import annotations

from loaders.conftest import Taken

#: Headings of the export, below seven rows that tell of the search, as readers of such files name them.
TOLD = '"Espacenet search";\n"https://example.org";\n"Results: 2";\n;\n;\n;\n;\n'
HEADINGS = (
    '"No";"Title";"Inventors";"Applicants";"Publication number";"Earliest priority";"IPC";"CPC";"Publication date";'
    '"Earliest publication";"Family number";\n'
)
ROW = (
    '"1";"Cell; small";"MEIER HANS [DE]\nLI SI [CN]";"ACME GMBH [DE]\nFOO CO LTD";"US2021123456A1 \nEP3456789A1";'
    '"2019-05-01";"H01M10/0525\nH01M4/13";"H01M10/0525 (US,EP)\nH01M4/13 (EP)";"2021-04-29 \n2021-03-01";'
    '"2021-03-01";"068765432";\n'
)


def test_the_first_publication_stands_for_its_family(taken: Taken) -> None:
    intake = taken("a.csv", TOLD + HEADINGS + ROW)
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("espacenet", ())
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 9, "publication_number": "US2021123456A1", "title": "Cell; small", "published_on": "2021-04-29",
        "residence": "DE", "family": "068765432", "ipc": ["H01M10/0525", "H01M4/13"],
        "cpc": ["H01M10/0525", "H01M4/13"], "applicants": ["ACME GMBH", "FOO CO LTD"],
        "inventors": ["MEIER HANS", "LI SI"], "family_members": ["US2021123456A1", "EP3456789A1"],
    }


def test_the_classic_export_puts_kind_codes_in_brackets(taken: Taken) -> None:
    intake = taken(
        "a.csv", "Title,Publication number,Publication date,Inventor(s),Applicant(s),International classification,"
        "Application number,Date of application,Priority number(s)\n"
        "Battery,US2021123456 (A1),2021-04-29,X Y [US],ACME [US],H01M10/05,US202017000001,2020-01-02,\n")
    (row,) = intake.table("patents").to_pylist()
    assert (row["publication_number"], row["filed_on"], row["applicants"]) == (
        "US2021123456A1", "2020-01-02", ["ACME"])


def test_french_headings(taken: Taken) -> None:
    intake = taken("a.csv", TOLD + HEADINGS.replace("Title", "Titre").replace("Publication number",
        "Numéro de publication")
                   .replace("Applicants", "Demandeurs").replace("Earliest priority", "Priorité la plus ancienne") + ROW)
    assert (intake.layout, intake.table("patents").num_rows) == ("espacenet", 1)
