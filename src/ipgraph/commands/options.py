"""Options and arguments that several commands take, each worded once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[Path | None, typer.Option(help="工作区目录 · workspace folder [IPGRAPH_HOME]")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON · one JSON document")]
Store = Annotated[str | None, typer.Option(help="embedded 或 neo4j://host:7687 · graph store [IPGRAPH_STORE]")]
Lang = Annotated[str | None, typer.Option(help="zh 或 en · language [IPGRAPH_LANG]")]
Region = Annotated[str | None, typer.Option(help="地区名称或代码 · region, name or code")]
Enterprise = Annotated[str | None, typer.Option(help="企业名称或标识 · a holder's own board, name or id")]
Within = Annotated[str, typer.Option(help="比较范围 · compared with: world or country")]
Chain = Annotated[str, typer.Argument(help="产业链名称或标识 · chain, name or id")]
Who = Annotated[str, typer.Argument(help="名称或标识 · name or id")]
Host = Annotated[str, typer.Option(help="监听地址 · address to listen on")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="端口 · port")]
