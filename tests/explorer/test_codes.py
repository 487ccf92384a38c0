import pytest

from ipgraph.explorer.codes import CODES
from ipgraph.tables.deals import FEE_MODES, LICENCE_TYPES, MODES
from ipgraph.tables.demands import STATES
from ipgraph.tables.evaluations import SIDES
from ipgraph.tables.listings import MODES as LISTING_MODES


@pytest.mark.parametrize(("name", "codes"), [
    ("mode", MODES), ("mode", LISTING_MODES), ("licence_type", LICENCE_TYPES), ("fee_mode", FEE_MODES),
    ("state", STATES), ("side", SIDES),
])
def test_every_code_that_the_tables_write_has_its_words(name: str, codes: dict[str, str]) -> None:
    assert set(codes) <= set(CODES[name])
