"""What a loader hands over: draft tables of raw text, one a subject, before any cleaning or checking.

Every draft row carries `row`, the row of the file as a person counts it (the heading is row 1 of a sheet;
in JSON lines the first record is row 1) and `sheet` where a file has several. Numbers, dates, names and
symbols stay as the supplier wrote them: `tables` cleans and checks them. Lists are already split.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from ipgraph.schema.emit.arrow import ARROW
from ipgraph.schema.kinds import Type

#: Where a draft row came from.
PLACE = {"row": pa.int64(), "sheet": pa.string()}
TEXT = ARROW[Type.TEXT]
TEXTS = ARROW[Type.TEXTS]


@dataclass(frozen=True)
class Draft:
    """One draft table: its required columns and the optional ones, all null where a supplier is silent."""

    name: str
    required: tuple[str, ...]
    texts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()

    def schema(self) -> pa.Schema:
        columns = dict.fromkeys((*self.required, *self.texts), TEXT) | dict.fromkeys(self.lists, TEXTS)
        return pa.schema({**PLACE, **columns})


PATENTS = Draft(
    "patents",
    # One of publication_number and application_number must be there; `tables` checks it.
    required=(),
    texts=(
        "publication_number", "application_number", "title", "title_en", "abstract", "patent_type", "status",
        "filed_on", "published_on", "granted_on", "main_class", "address", "residence",
        "claims", "cited_by", "citing", "family_size", "inventor_count",
        # The supplier's own id of the simple family: equal within one source, meaningless across sources.
        "family",
    ),
    # `applicants` are the owners at the start, `owners` those of today. `family_members` are numbers of the simple
    # family, as far as the supplier lists them; `events` words of legal status (权利转移, 许可), `standards` those it
    # is declared essential to.
    lists=("ipc", "cpc", "applicants", "owners", "inventors", "priorities", "family_members", "events", "standards"),
)
#: `citer` says who cited, in words or by an office's code (APP, EXA, SEA …); `by_examiner` is for sources that know no
#: more than that; `category` is X, Y, A … of a search report.
CITATIONS = Draft("citations", required=("citing", "cited"), texts=("citer", "category", "by_examiner"))
CHAINS = Draft("chains", required=("id", "name"), texts=("name_en", "title"))
#: `chain` and `parent` are ids of rows in these same drafts; `stage` is upstream, midstream, downstream or 上游 …
SEGMENTS = Draft("segments", required=("id", "chain", "name"), texts=("name_en", "number", "stage", "parent"))
FEEDS = Draft("feeds", required=("start", "end"), texts=("reason",))
#: A patent meets a rule when one of its symbols meets a pattern and none an exclusion, and, where there are
#: keywords, its title or abstract has one of them and none of the keyword exclusions. A rule without patterns goes
#: by its keywords alone (records without symbols). A keyword of Latin letters is found as whole words, in either
#: case; any other anywhere in the text. `weight` is 1 or less.
RULES = Draft(
    "rules", required=("id", "segment"), texts=("weight",),
    lists=("patterns", "exclusions", "keywords", "keyword_exclusions"),
)
#: `kind` is Enterprise or Institution where the source knows, else null and the name decides. `region` is a place
#: in words or by code; `flags` are honours and roles: 小巨人, 单项冠军, 高新, 样板企业, 链主, 上市.
ORGANISATIONS = Draft(
    "organisations", required=("name",),
    texts=("kind", "name_en", "uscc", "stock_code", "country", "address", "listed_on", "region"),
    lists=("aliases", "flags"),
)
#: Whose subsidiary an organisation is: of `parent`, an organisation, or of `controller`, who may be a person and then
#: counts for nothing. `share` is 51%, 51 or 0.51.
SUBSIDIARIES = Draft("subsidiaries", required=("organisation",),
                     texts=("parent", "controller", "share", "since", "until"))
#: The organisation is named by `organisation` or by `stock_code`; `segment` is a segment id.
OPERATES = Draft("operates", required=("segment",), texts=("organisation", "stock_code"))
MAKES = Draft("makes", required=("product",), texts=("organisation", "stock_code", "share"))
#: `type` is USED_IN (material → what is made of it) or KIND_OF (product → wider product).
PRODUCT_LINKS = Draft("product_links", required=("start", "end", "type"))
CLASSES = Draft("classes", required=("symbol", "scheme"), texts=("title_en", "title_zh"))
POOLS = Draft("pools", required=("id", "name"), texts=("name_en", "administrator"))
POOL_PATENTS = Draft("pool_patents", required=("pool", "number"), texts=("country", "licensor", "profile"),
                     lists=("inventors",))
#: A right passed on: `mode` is 转让, 许可, 开放许可, 质押, 作价入股 or their codes; `numbers` are those of the patents
#: (publication or application), `grantors` and `grantees` the parties. Rows with one `record_number` are one deal, as
#: long as they agree. `amount` is 1200000 or 120万元.
DEALS = Draft(
    "deals", required=("mode",),
    texts=("licence_type", "record_number", "signed_on", "recorded_on", "since", "until", "ended_on", "amount",
           "currency", "fee_mode", "note"),
    lists=("numbers", "grantors", "grantees"),
)
#: A patent declared essential to a standard.
DECLARATIONS = Draft("declarations", required=("number", "standard"), texts=("body", "declarant", "declared_on"))
#: A need made known by an organisation. `segments` are ids, numbers or names, of `chain` (id or name) where that is
#: given. Contacts are not read: whom to ring up is personal and soon out of date.
DEMANDS = Draft(
    "demands", required=("title",),
    texts=("number", "organisation", "text", "kind", "region", "budget", "published_on", "deadline", "state", "chain"),
    lists=("segments",),
)
#: Patents on offer: `mode` is open_licence (开放许可) or convertible (可转化); `numbers` are those of the patents,
#: `holders` who offers them. `fee` is 2万元/年, `fee_mode` 分期, 提成. Rows with one `number` are one listing.
LISTINGS = Draft(
    "listings", required=("mode",), texts=("number", "fee", "fee_mode", "grade", "category", "since", "until"),
    lists=("numbers", "holders"),
)
#: What an owner or an enterprise thinks of patents: `side` is owner (自评) or enterprise (企业评价), `giver` who it is,
#: `score` 85, 85/100 or 4.5分, `scale` the best score there is.
EVALUATIONS = Draft(
    "evaluations", required=("side",),
    texts=("number", "giver", "score", "scale", "grade", "evaluated_on", "conclusion"),
    lists=("numbers",),
)
#: Rows a loader itself turns away: `reason` is a code of `sources.reasons`, `detail` says what was seen, `cell` what a
#: workbook calls the cell (C5).
REFUSED = Draft("refused", required=("field", "value", "reason"), texts=("detail", "cell"))

DRAFTS = {
    draft.name: draft
    for draft in (
        PATENTS, CITATIONS, CHAINS, SEGMENTS, FEEDS, RULES, ORGANISATIONS, OPERATES, MAKES, PRODUCT_LINKS, CLASSES,
        POOLS, POOL_PATENTS, DEALS, DECLARATIONS, DEMANDS, LISTINGS, EVALUATIONS, SUBSIDIARIES, REFUSED,
    )
}
