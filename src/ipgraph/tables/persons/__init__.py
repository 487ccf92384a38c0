"""Which mentions of a name are one person: told apart inside an organisation, joined across where much says so."""

from ipgraph.tables.persons.ids import TOLD
from ipgraph.tables.persons.tell_apart import tell_apart

__all__ = ["TOLD", "tell_apart"]
