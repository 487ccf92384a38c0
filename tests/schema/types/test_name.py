from __future__ import annotations

import pyarrow as pa
import pytest

from ipgraph.schema.types import name

SAME = (
    ("泰山石膏股份有限公司", "泰山石膏（股份）有限公司", "泰山石膏 (股份) 有限公司", "泰山石膏有限责任公司"),
    ("ＡＢＣ有限公司", "ABC 有限公司"),
    ("臺灣積體電路製造股份有限公司", "台湾积体电路制造股份有限公司"),
    ("Toyota Motor Corp.", "TOYOTA MOTOR CORPORATION", "Toyota Motor Co., Ltd."),
    ("株式会社日立製作所", "日立製作所株式会社", "日立制作所"),
    ("삼성전자 주식회사", "삼성전자(주)", "주식회사 삼성전자", "삼성전자"),
    ("ООО Ромашка", "Ромашка"),
    ("Société Générale S.A.", "SOCIETE GENERALE SA"), ("Müller GmbH & Co. KG", "MUELLER GMBH"),
    ("李 四", "李四"), ("AT&T Inc.", "AT & T INC"),
)
DIFFERENT = (("格力电器集团有限公司", "格力电器有限公司"), ("泰山石膏", "泰安石膏"), ("Toyota Motor", "Toyota Boshoku"))
KINDS = {
    "泰山石膏股份有限公司": ("Enterprise", "legal-form"), "某某研究院有限公司": ("Enterprise", "legal-form"),
    "泰安市农业机械厂": ("Enterprise", "legal-form"), "山东大学实验厂": ("Enterprise", "legal-form"),
    "株式会社日立製作所": ("Enterprise", "legal-form"), "삼성전자(주)": ("Enterprise", "legal-form"),
    "ООО Ромашка": ("Enterprise", "legal-form"), "Robert Bosch GmbH": ("Enterprise", "legal-form"),
    "西安交通大学": ("Institution", "institution-word"), "中国科学院物理研究所": ("Institution", "institution-word"),
    "서울대학교산학협력단": ("Institution", "institution-word"), "Univ Tsinghua": ("Institution", "institution-word"),
    "МОСКОВСКИЙ УНИВЕРСИТЕТ": ("Institution", "institution-word"),
    "某某合作社": ("Enterprise", "enterprise-word"), "泰安市供电局": ("Enterprise", "enterprise-word"),
    "张三": ("Person", "person-name"),
    "欧阳小明": ("Person", "person-name"), "宁德时代": ("Enterprise", "default"),
    "阿不都·热合曼": ("Person", "person-name"),
    "김철수": ("Person", "person-name"), "Иванов Иван Иванович": ("Person", "person-name"),
    "DEPOORTERE, Thomas": ("Person", "person-name"), "John Smith": ("Person", "person-name"),
    "Zhang Wei": ("Person", "person-name"), "Wang Xiao Ming": ("Person", "person-name"),
    "Siemens": ("Enterprise", "default"), "LG Chem": ("Enterprise", "default"),
    "John Deere Construction": ("Enterprise", "default"),
    **dict.fromkeys(("Weg, Industria E Comercio Ltda", "Acme, Ltda.", "Foo, Lda", "Foo, S.L.U.", "Foo, Sdn. Bhd.",
                     "Bianchi, S.p.A.", "Foo, GmbH & Co. KG", "Nokia, Oy", "Novo, A/S", "Toyota, Kabushiki Kaisha",
                     "Foo, Sp. z o.o.", "Foo, S. de R.L. de C.V.", "Foo, Kft.", "Foo, Societe par Actions Simplifiee"),
                    ("Enterprise", "legal-form")),
    "Foo, Technologies": ("Enterprise", "enterprise-word"), "Da Silva, Jose": ("Person", "person-name"),
    "Smith, John A.": ("Person", "person-name"),
}


@pytest.mark.parametrize("spellings", SAME, ids=lambda names: names[0])
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({name.key_of(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name.key_of(one) != name.key_of(other)


def test_a_name_that_is_only_a_legal_form_keeps_it() -> None:
    assert [name.key_of(text) for text in ("有限公司", "株式会社", "Co Ltd")] == ["有限公司", "株式会社", "CO"]


def test_the_kind_and_the_rule_that_decided_it() -> None:
    labels, basis = name.kind(name.display(pa.array(KINDS)))
    assert dict(zip(KINDS, zip(labels.to_pylist(), basis.to_pylist(), strict=True), strict=True)) == KINDS


def test_the_form_shown_is_simplified_half_width_and_trimmed() -> None:
    given = ["臺灣積體電路（股份）", " A\n B ;", "ＡＢＣ", "李 四"]
    assert name.display(pa.array(given)).to_pylist() == ["台湾积体电路(股份)", "A B", "ABC", "李四"]


def test_signs_are_no_names() -> None:
    given = ["-", "INDIVIDUAL", "不公告发明人", "", "  ", "123", None]
    assert name.display(pa.array(given)).to_pylist() == [None] * len(given)


def test_a_column_may_be_empty_or_in_pieces() -> None:
    assert name.display(pa.array([], pa.string())).to_pylist() == []
    assert name.simplify(pa.chunked_array([["龍"], ["馬", None]])).to_pylist() == ["龙", "马", None]
