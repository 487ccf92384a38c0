"""Names of enterprises, institutions and persons: one key for all spellings, and what sort of holder a name is.

The key is what is left when width, case, brackets, punctuation, traditional characters and the legal form are
taken away: 泰山石膏股份有限公司 and 泰山石膏(股份)有限公司 are one, as are `Toyota Motor Corp.` and TOYOTA MOTOR
CORPORATION. Works on Arrow arrays of distinct names, so it costs by the name and not by the patent.
"""

from __future__ import annotations

from functools import lru_cache

import opencc
import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.schema.types.person import COMPOUND, latin_person

#: Legal forms at the end of a Chinese name. 集团 stays: a group and its firm are two.
CHINESE_FORM = "(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|有限合伙企业?|公司)$"
JAPANESE_FORM = "^(?:株式会社|有限会社|合同会社)|(?:株式会社|有限会社|合同会社)$"
KOREAN_FORM = "^주식회사 ?| ?주식회사$|^주 | 주$"
RUSSIAN_FORM = "^(?:ООО|ОАО|ЗАО|ПАО|АО) "
LATIN_FORM = (
    r"(?: (?:CO|COMPANY|CORP|CORPORATION|INC|INCORPORATED|LTD|LIMITED|LLC|LLP|LP|PLC|PTY|PTE|GMBH|MBH|AG|KG|KGAA|SE|SA|"
    r"S A|SAS|SARL|SPA|S P A|SRL|S R L|BV|B V|NV|N V|OY|OYJ|AB|APS|A S|AS|KK|K K|KABUSHIKI KAISHA|AKTIENGESELLSCHAFT|"
    r"AKTIEBOLAG|AKTIEBOLAGET|GESELLSCHAFT MIT BESCHRANKTER HAFTUNG|SOCIETE ANONYME|CO KG|LTDA|LDA|SRO|S R O|DOO|D O O|"
    r"SDN BHD|BHD|TBK|PVT|KFT|ZRT|NYRT|SLU|EIRL|EURL|SASU|GESMBH|OOO|PJSC|SP Z ?O ?O|S DE RL|SA DE CV|DE CV))+$"
)
#: Google Patents and others write a category where the name should be.
NOT_A_NAME = ("INDIVIDUAL", "UNKNOWN", "NONE", "不公告发明人", "请求不公布姓名", "发明人请求不公开姓名", "不公告申请人")

#: First rule that fits decides; the name of the rule is kept with the node. Legal form before subject:
#: a 研究院有限公司 and a university's 厂 are enterprises.
ENTERPRISE_FORM = (
    r"公司|厂$|株式会社|有限会社|合同会社|주식회사|集团$|企业$|合伙|^.*\((?:集团|企业)\)$|"
    r"\b(?:CO|COMPANY|CORP|CORPORATION|INC|INCORPORATED|LTD|LIMITED|LLC|LLP|LP|PLC|PTY|PTE|GMBH|MBH|AG|KG|KGAA|SA|SAS|"
    r"SARL|SPA|SRL|BV|NV|OY|OYJ|AB|APS|KK|KABUSHIKI|AKTIENGESELLSCHAFT|AKTIEBOLAG|AKTIEBOLAGET|INCORPORATION|PARTNERSHIP|"
    r"LTDA|LDA|LIMITADA|SDN|BHD|TBK|PVT|KFT|ZRT|NYRT|SLU|EIRL|EURL|SASU|GESMBH|OOO|PJSC|SP Z ?O ?O|S DE RL|SA DE CV|"
    r"COMPANHIA|COMPANIA|SOCIEDAD|SOCIEDADE|SOCIETE|SOCIETA|GESELLSCHAFT|EMPRESA|SIRKETI|YUGEN KAISHA|GODO KAISHA)\b|"
    r"[ ,](?:AS|A/S|SL|NA|SE|SRO|S R O|DOO|D O O)$|\(주\)|リミテッド|カンパニー|コーポレ|エルエルシー|"
    r"ОБЩЕСТВО|ПРЕДПРИЯТИЕ|ОБЪЕДИНЕНИЕ|КОМПАНИЯ|^(?:ООО|ОАО|ЗАО|АО) "
)
INSTITUTION_WORD = (
    r"大学|学院|学校|中学|小学|研究所|研究院|研究室|研究中心|科学院|工程院|医院|卫生院|实验室|设计院|勘察院|试验站|推广站|监测站|"
    r"检验所|检测中心|检验中心|疾病预防|管理局|委员会|协会|学会|部队|气象局|地质队|植物园|博物馆|中心$|机构$|行政法人|研究开发法人|대학교|산학협력단|연구원|"
    r"УНИВЕРСИТЕТ|ИНСТИТУТ|АКАДЕМИЯ|УЧРЕЖДЕНИЕ|"
    r"\b(?:UNIV|UNIVERSITY|UNIVERSITE|UNIVERSITAET|UNIVERSITAT|UNIVERSIDAD|UNIVERSITA|INST|INSTITUTE|INSTITUT|INSTITUTO|COLLEGE|ACADEMY|"
    r"HOSPITAL|SCHOOL|POLYTECHNIC|FRAUNHOFER|FOUNDATION|FUNDACION|COUNCIL|MINISTRY|SECRETARY|GOVERNMENT|CNRS|"
    r"COMMISSARIAT|NASA|LABORATORY|RES CENT|RESEARCH CENTER|RESEARCH CENTRE)\b"
)
ENTERPRISE_WORD = (
    r"矿$|厂\(|电厂|工厂|车间|商店|商行|经营部|门市部|合作社|农场|林场|牧场|养殖场|加工场|工作室|银行|酒店|饭店|药店|"
    r"电站|电业局|供电局|铁路局|油田|矿业|集团|实业|企业|农庄|苗圃|茶场|事务所|"
    r"\b(?:HOLDINGS?|TECHNOLOGIES|INDUSTRIES|INDUSTRIA|INDUSTRIE|ENTERPRISES|PHARMACEUTICALS|SEMICONDUCTORS?|"
    r"ELECTRONICS|SYSTEMS|LABORATORIES)\b"
)
#: Two or three Chinese characters, four with a compound surname (宁德时代 is none), a middle dot for names of other
#: nations; three Korean ones; Russian names with a patronymic.
OTHER_PERSON = (
    r"^\p{Hangul}{3}$|^(?:\p{Cyrillic}+ )?\p{Cyrillic}+ \p{Cyrillic}+(?:вич|вна)(?: \p{Cyrillic}+)?$|"
    rf"^\p{{Han}}{{2,3}}$|^(?:{'|'.join(COMPOUND.split())})\p{{Han}}{{1,2}}$|^\p{{Han}}+[·•][\p{{Han}}·•]+$"
)
#: `DEPOORTERE, Thomas`: surname, comma or semicolon, given names.
LATIN_PERSON = r"^[\p{L}'\- ]{2,30}[,;] ?[\p{L}'.\- ]{1,40}$"


def display(names: pa.Array) -> pa.Array:
    """Half-width, simplified, trimmed: the form shown. Null for signs that are not names."""
    text = pc.utf8_normalize(names.cast(pa.string()), "NFKC")
    text = simplify(text)
    text = pc.replace_substring_regex(text, r"\s+", " ")
    text = pc.replace_substring_regex(text, r" *([()]) *", r"\1")
    text = pc.replace_substring_regex(text, r"([^ ])\(", r"\1(")
    text = pc.utf8_trim(text, " ,;:.、，;|")
    # Between two Chinese characters a space is a typing slip.
    text = pc.replace_substring_regex(text, r"(\p{Han}) (\p{Han})", r"\1\2")
    upper = pc.utf8_upper(text)
    nothing = pc.or_(pc.is_in(upper, pa.array(NOT_A_NAME)), pc.match_substring_regex(text, r"^\P{L}*$"))
    return pc.if_else(nothing, pa.scalar(None, pa.string()), text)


def words(shown: pa.Array) -> pa.Array:
    """The display form in one case, without accents, brackets and punctuation; its legal form is still there."""
    text = pc.utf8_upper(shown)
    for letters, plain in (("[ÀÁÂÃÅ]", "A"), ("Ä", "AE"), ("[ÈÉÊË]", "E"), ("[ÌÍÎÏ]", "I"), ("[ÒÓÔÕ]", "O"),
                           ("[ÖØ]", "OE"), ("[ÙÚÛ]", "U"), ("Ü", "UE"), ("Ç", "C"), ("Ñ", "N")):
        text = pc.replace_substring_regex(text, letters, plain)
    text = pc.replace_substring_regex(text, r"[.'’`\"“”]", "")
    text = pc.replace_substring_regex(text, r"[()\[\]{}<>《》,;:，、/\\&+*_|!?-]", " ")
    text = pc.utf8_trim_whitespace(pc.replace_substring_regex(text, r"\s+", " "))
    text = pc.replace_substring_regex(text, r"(\p{Han}) (\p{Han})", r"\1\2")
    return pc.replace_substring_regex(text, r"(\p{Han}) (\p{Han})", r"\1\2")


def key(shown: pa.Array) -> pa.Array:
    """The one key of all spellings of a name, from its display form."""
    bare = text = words(shown)
    for form in (CHINESE_FORM, JAPANESE_FORM, KOREAN_FORM, RUSSIAN_FORM, LATIN_FORM):
        bare = pc.replace_substring_regex(bare, form, "")
    bare = pc.utf8_trim_whitespace(bare)
    # A name that is nothing but its form and one character keeps the form.
    return pc.if_else(pc.less(pc.utf8_length(bare), 2), text, bare)


def kind(shown: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Label of the node kind and the name of the rule that decided, by the first rule that fits.

    legal-form, institution-word, enterprise-word, person-name, else Enterprise by `default`.
    """
    upper = pc.replace_substring_regex(pc.utf8_upper(shown), r"[.]", "")
    rules = [
        ("Enterprise", "legal-form", pc.match_substring_regex(upper, ENTERPRISE_FORM)),
        ("Institution", "institution-word", pc.match_substring_regex(upper, INSTITUTION_WORD)),
        ("Enterprise", "enterprise-word", pc.match_substring_regex(upper, ENTERPRISE_WORD)),
        ("Person", "person-name", pc.or_(pc.or_(pc.match_substring_regex(shown, OTHER_PERSON),
                                                pc.match_substring_regex(shown, LATIN_PERSON)), latin_person(upper))),
    ]
    tests = pc.make_struct(*[pc.fill_null(test, False) for _, _, test in rules],
                           field_names=[str(i) for i in range(len(rules))])
    labels = pc.case_when(tests, *[pa.scalar(label) for label, _, _ in rules], pa.scalar("Enterprise"))
    basis = pc.case_when(tests, *[pa.scalar(rule) for _, rule, _ in rules], pa.scalar("default"))
    return labels, basis


def simplify(names: pa.Array) -> pa.Array:
    """Traditional to simplified characters. One call for all: the converter works on text, not on rows."""
    if isinstance(names, pa.ChunkedArray):
        names = names.combine_chunks()
    filled = pc.replace_substring(pc.fill_null(names, ""), "\n", " ")
    lines = converter().convert("\n".join(filled.to_pylist())).split("\n") if len(filled) else []
    return pc.if_else(pc.is_null(names), pa.scalar(None, pa.string()), pa.array(lines, pa.string()))


def key_of(name: str) -> str:
    """The key of one name that a person typed; empty where it is no name."""
    return key(display(pa.array([name])))[0].as_py() or ""


def display_of(name: str) -> str:
    """The form shown of one name that a person typed; empty where it is no name."""
    return display(pa.array([name]))[0].as_py() or ""


@lru_cache(1)
def converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
