import re
from pathlib import Path

import pytest

from ipgraph.commands.fields import FIELDS, field_name
from ipgraph.sources import drafts

SOURCE = Path(drafts.__file__).parents[1]
#: Where a row came from and what was wrong with it: columns of their own in the table of refusals.
PLACE = {"row", "sheet", "cell", "field", "detail", "value", "reason"}


def test_every_column_of_a_draft_is_told_in_words() -> None:
    columns = {name for one in vars(drafts).values() if isinstance(one, drafts.Draft) for name in one.schema().names}
    assert columns - PLACE - set(FIELDS) == set()


def test_every_field_that_a_check_names_is_told_in_words() -> None:
    named = {name for file in (SOURCE / "tables").rglob("*.py")
             for name in re.findall(r'Fault\(\s*"(\w+)"', file.read_text("utf-8"))}
    assert len(named) > 10
    assert named - set(FIELDS) == set()


@pytest.mark.parametrize(("field", "zh", "en"), [
    ("title", "标题", "Title"), ("status", "法律状态", "Legal status"), ("filed_on", "申请日", "Filed on"),
    ("strange", "strange", "strange")])
def test_of_one_name_the_patents_is_meant(field: str, zh: str, en: str) -> None:
    assert (field_name(field, "zh"), field_name(field, "en")) == (zh, en)
    assert not any(re.search("[\u4e00-\u9fff]", english) for _, english in FIELDS.values())
