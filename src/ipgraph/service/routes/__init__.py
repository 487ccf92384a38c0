"""The addresses under /api/v1, one file a subject."""

from ipgraph.service.routes import chains, match, nodes, partners, pools, search, segments, system, teams

#: In the order in which addresses are matched: the longer ones of a subject stand first in its file.
ROUTERS = (system.health, system.router, chains.router, segments.router, partners.router, match.router, teams.router,
           pools.router, search.router, nodes.router)

#: Those that are at the root too.
AT_ROOT = (system.health,)

__all__ = ["AT_ROOT", "ROUTERS"]
