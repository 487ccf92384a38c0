"""The command line: arguments in, one of `commands` called, errors told in one sentence. What is asked of a published
graph stands in `commands/questions.py`.

Commands are imported when they are called: `ipgraph --help` should not wait for the analyses.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from ipgraph.commands import groups, questions, say
from ipgraph.commands.options import Home, Host, Json, Lang, Port, Region, Store
from ipgraph.commands.texts import say as text
from ipgraph.errors import IpgraphError
from ipgraph.settings import Settings, spoken

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                  help="产业链专利图谱 · Knowledge graph for industry-chain patent mapping")
app.add_typer(groups.identity, name="identity")
app.add_typer(groups.evaluate, name="evaluate")


@app.command()
def demo(
    home: Home = None, json: Json = False, lang: Lang = None,
    serve: Annotated[bool, typer.Option(help="随后启动浏览 · serve the explorer afterwards")] = True,
    host: Host = "127.0.0.1", port: Port = 8000,
) -> None:
    """构建示例图谱并浏览 · Build the sample graph, print gaps and partners, serve the explorer."""
    from ipgraph.commands import demo
    from ipgraph.commands import serve as serving

    settings = Settings.from_environment(home, None, lang)
    found = demo.demo(settings)
    say.answer(found) if json else demo.show(settings, found)
    if not serve and not json:
        say.aside(text("serve next", settings.language))
    if serve:
        serving.serve(demo.embedded(settings), host, port, 1)


@app.command()
def load(
    files: Annotated[list[Path], typer.Argument(help="供应商文件、目录、zip · supplier files, folders, zip archives")],
    home: Home = None, json: Json = False, lang: Lang = None,
    layout: Annotated[str | None, typer.Option("--as", help="指定格式 · force a layout")] = None,
    mapping: Annotated[Path | None, typer.Option("--map", help="列映射文件 · mapping file, see `ipgraph map`")] = None,
    as_of: Annotated[str | None, typer.Option(
        help="数据截至日期 YYYY-MM-DD · day the data stand for [file date]")] = None,
) -> None:
    """读取文件、目录或压缩包 · Read supplier files, folders and zip archives into the workspace."""
    from ipgraph.commands import load

    settings = Settings.from_environment(home, None, lang)
    lines = load.load(settings, files, layout, as_of, mapping)
    load.complain(settings, lines)
    say.answer(lines) if json else load.show(settings, lines)
    if not json and not all(line["error"] for line in lines):
        if as_of is None:
            say.aside(text("as of files", settings.language))
        say.aside(text("publish next", settings.language))
    raise typer.Exit(load.exit_code(lines))


@app.command("map")
def map_columns(
    file: Path,
    kind: Annotated[str | None, typer.Option(help="patents, organisations, citations")] = None,
    out: Annotated[Path | None, typer.Option(help="输出文件 · file to write [standard output]")] = None,
    lang: Lang = None,
) -> None:
    """提议列映射 · Propose a mapping for a table of no known layout; edit it, then load with --map."""
    from ipgraph.commands import load

    settings = Settings.from_environment(None, None, lang)
    proposal = load.propose(file, kind, out)
    say.aside(text("written", settings.language, out)) if out else typer.echo(proposal, nl=False)


@app.command()
def template(
    name: Annotated[str, typer.Argument(
        help="chain, enterprises, groups, demands, open_licences, convertible, evaluations, deals, patents, pool")],
    out: Annotated[Path | None, typer.Option(help="输出文件 · file to write")] = None, lang: Lang = None,
) -> None:
    """写出空白模板 · Write an empty template with an example."""
    from ipgraph.commands import load

    settings = Settings.from_environment(None, None, lang)
    say.aside(text("template written", settings.language, load.write_template(name, out)))


@app.command()
def publish(
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
    bulk: Annotated[bool, typer.Option("--bulk", help="整库导入 Neo4j · by neo4j-admin")] = False,
    neo4j_home: Annotated[Path | None, typer.Option(
        envvar="IPGRAPH_NEO4J_HOME", help="本机 Neo4j 目录 · folder of Neo4j on this machine, for --bulk")] = None,
) -> None:
    """发布到图库 · Publish the workspace to the graph store."""
    from ipgraph.commands import publish

    settings = Settings.from_environment(home, store, lang)
    done = publish.publish_in_bulk(settings, neo4j_home) if bulk else publish.publish(settings)
    say.answer(done) if json else say.aside(text("published", settings.language, done["store"], done["version"]))


@app.command()
def sources(home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """列出已载入的来源 · List the sources loaded into the workspace."""
    from ipgraph.commands import sources

    settings = Settings.from_environment(home, None, lang)
    rows = sources.sources(settings)
    say.answer(rows) if json else sources.show_sources(settings, rows)


@app.command()
def withdraw(
    names: Annotated[list[str], typer.Argument(help="来源名称，见 ipgraph sources · names of sources")],
    home: Home = None, json: Json = False, lang: Lang = None,
) -> None:
    """撤回来源 · Take sources back: what only they said disappears."""
    from ipgraph.commands import sources

    settings = Settings.from_environment(home, None, lang)
    done = sources.withdraw(settings, names)
    say.answer(done) if json else say.aside(text("withdrawn", settings.language, ", ".join(names)))


@app.command()
def analyse(home: Home = None, store: Store = None, json: Json = False, lang: Lang = None) -> None:
    """运行分析 · Run the analyses; publish afterwards to see them in the graph."""
    from ipgraph.commands import analyse

    settings = Settings.from_environment(home, store, lang)
    done = analyse.analyse(settings)
    say.answer(done) if json else analyse.show(settings, done)


@app.command()
def audit(home: Home = None, store: Store = None, json: Json = False, lang: Lang = None) -> None:
    """核查图谱 · Count and check the graph; exit code 1 when something is wrong."""
    from ipgraph.commands import publish

    settings = Settings.from_environment(home, store, lang)
    found = publish.check(settings)
    say.answer(found) if json else publish.show_audit(settings, found)
    raise typer.Exit(1 if found["problems"] else 0)


@app.command()
def export(
    format: Annotated[str, typer.Argument(help="graphml, csv, html")], home: Home = None, store: Store = None,
    chain: Annotated[str | None, typer.Option(help="产业链 · chain (html)")] = None, region: Region = None,
    out: Annotated[Path | None, typer.Option(help="输出文件或目录 · file or folder to write")] = None,
    lang: Lang = None,
) -> None:
    """导出 · Write the graph, or one chain as a page."""
    from ipgraph.commands import export

    settings = Settings.from_environment(home, store, lang)
    say.aside(text("written", settings.language, export.export(settings, format, out, chain, region)))


@app.command()
def serve(
    home: Home = None, store: Store = None, lang: Lang = None, host: Host = "127.0.0.1", port: Port = 8000,
    workers: Annotated[int, typer.Option(min=1, help="进程数 · processes")] = 1,
) -> None:
    """启动浏览与接口 · Serve the API and the explorer."""
    from ipgraph.commands import serve

    serve.serve(Settings.from_environment(home, store, lang), host, port, workers)


app.add_typer(questions.app)


class Stopped(BaseException):
    """Ctrl+C. Not an Exception, so that nobody who goes on after an error goes on after this."""


def stop(number: int, frame: FrameType | None) -> None:
    """What Ctrl+C does until a server takes over: `serve` ends by it, and ends well."""
    raise Stopped


def main() -> None:
    """Run a command. Whatever goes wrong is told in one sentence and ends with 2, as nothing was done."""
    signal.signal(signal.SIGINT, stop)
    # Expressions are millions of small objects; looking for circles among them at every step costs an eighth of a load.
    gc.set_threshold(200_000, 20, 20)
    try:
        app()
    except IpgraphError as fault:
        say.fault(fault.told(spoken()))
    except Stopped:
        say.fault(text("stopped", spoken()))
    except OSError as fault:
        say.fault(f"{fault.filename or 'ipgraph'}: {fault.strerror}")
    except Exception as defect:
        if os.environ.get("IPGRAPH_TRACEBACK"):
            raise
        say.fault(text("defect", spoken(), type(defect).__name__, defect))
    sys.exit(2)
