from __future__ import annotations

from pathlib import Path

import pytest
from loaders.conftest import Taken
from loaders.test_patentsview import set_of

from ipgraph.errors import LayoutError

FILES = {
    "tls201_appln.csv": (
        "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,ipr_type,docdb_family_id,docdb_family_size,"
        "nb_citing_docdb_fam,nb_inventors\n"
        "11,EP,07022824,A ,2007-11-26,PI,900,3,7,2\n12,CN,202010123456,A ,9999-12-31,PI,901,1,0,0\n"
        "13,DE,102006055555,A ,2006-11-24,PI,900,3,7,2\n"
    ),
    "tls202_appln_title.csv": (
        'appln_id,appln_title_lg,appln_title\n11,en,"Battery, sealed"\n11,de,Batterie\n12,zh,电池\n12,en,Battery\n'
    ),
    "tls203_appln_abstr.csv": "appln_id,appln_abstract_lg,appln_abstract\n11,en,A battery.\n",
    "tls204_appln_prior.csv": "appln_id,prior_appln_id,prior_appln_seq_nr\n11,13,1\n",
    "tls206_person.csv": (
        "person_id,person_name,person_address,person_ctry_code,psn_sector\n"
        "1,ACME GMBH,Bonn,DE,COMPANY\n2,\"DOE, Jane\",,DE,INDIVIDUAL\n"
    ),
    "tls207_pers_appln.csv": "person_id,appln_id,applt_seq_nr,invt_seq_nr\n2,11,0,1\n1,11,1,0\n1,99,1,0\n",
    "tls209_appln_ipc.csv": (
        "appln_id,ipc_class_symbol,ipc_class_level,ipc_version,ipc_value,ipc_position,ipc_gener_auth\n"
        "11,H01M   4/13,A,2010-01-01,I,L,EP\n11,H01M  10/05,A,2010-01-01,I,F,EP\n"
    ),
    "tls211_pat_publn.csv": (
        "pat_publn_id,publn_auth,publn_nr,publn_kind,appln_id,publn_date,publn_first_grant,publn_claims\n"
        "501,EP,1944033,A2,11,2008-07-16,N,0\n502,EP,1944033,B1,11,2010-01-20,Y,9\n"
        "503,CN,111222333,A ,12,2020-09-01,N,0\n"
    ),
    "tls212_citation.csv": (
        "pat_publn_id,citn_id,citn_origin,cited_pat_publn_id,cited_appln_id,pat_citn_seq_nr\n"
        "502,1,SEA,503,0,1\n502,2,APP,777,0,2\n"
    ),
    "tls215_citn_categ.csv": "pat_publn_id,citn_replenished,citn_id,citn_categ,relevant_claim\n502,0,1,Y,0\n",
}


def test_tables_of_one_folder_are_joined_by_their_ids(tmp_path: Path) -> None:
    intake = set_of(tmp_path / "patstat", FILES)
    first, grant, chinese = intake.table("patents").to_pylist()
    assert (intake.layout, intake.table("refused").num_rows) == ("patstat", 0)
    assert {name: value for name, value in grant.items() if value is not None} == {
        "row": 3, "sheet": "tls211_pat_publn.csv", "publication_number": "EP1944033B1",
        "application_number": "EP07022824", "title": "Battery, sealed", "title_en": "Battery, sealed",
        "abstract": "A battery.", "patent_type": "PI", "filed_on": "2007-11-26", "published_on": "2010-01-20",
        "granted_on": "2010-01-20", "address": "Bonn", "residence": "DE", "claims": "9", "cited_by": "7",
        "family": "900", "family_size": "3", "inventor_count": "2", "ipc": ["H01M  10/05", "H01M   4/13"],
        "applicants": ["ACME GMBH"], "inventors": ["DOE, Jane"], "priorities": ["DE102006055555"],
    }
    assert (first["publication_number"], first["granted_on"], first["claims"]) == ("EP1944033A2", "2010-01-20", None)
    assert (chinese["title"], chinese["title_en"], chinese["filed_on"]) == ("电池", "Battery", None)


def test_citations_are_those_between_publications_that_are_there(tmp_path: Path) -> None:
    (row,) = set_of(tmp_path / "patstat", FILES).table("citations").to_pylist()
    assert (row["citing"], row["cited"], row["citer"], row["category"]) == (
        "EP1944033B1", "CN111222333A", "SEA", "Y")


def test_the_later_table_of_persons_serves_as_well(tmp_path: Path) -> None:
    late = {"tls906_person.csv" if name == "tls206_person.csv" else name: text for name, text in FILES.items()}
    assert set_of(tmp_path / "patstat", late).table("patents")["applicants"].to_pylist()[0] == ["ACME GMBH"]


def test_applications_alone_are_patents_by_their_application_numbers(taken: Taken) -> None:
    rows = taken("tls201_appln.csv", FILES["tls201_appln.csv"]).table("patents").to_pylist()
    assert [(row["application_number"], row["filed_on"]) for row in rows] == [
        ("EP07022824", "2007-11-26"), ("CN202010123456", None), ("DE102006055555", "2006-11-24"),
    ]


@pytest.mark.parametrize("name", ["tls207_pers_appln.csv", "tls202_appln_title.csv", "tls212_citation.csv"])
def test_a_table_of_ids_alone_is_refused_and_says_what_it_lacks(taken: Taken, name: str) -> None:
    with pytest.raises(LayoutError, match=r"tried patstat \(lacks (pat_publn_id, )?publn_auth, publn_nr"):
        taken(name, FILES[name])
