"""The layouts that come with the project, one file a supplier layout."""

from ipgraph_loaders.chain_roll import CHAIN_ROLL
from ipgraph_loaders.chain_stages import CHAIN_STAGES
from ipgraph_loaders.chain_template import write_template
from ipgraph_loaders.chain_workbook import CHAIN_WORKBOOK
from ipgraph_loaders.classification import CLASSIFICATION
from ipgraph_loaders.classification_table import CLASSIFICATION_TABLE
from ipgraph_loaders.cn_yearly import CN_YEARLY
from ipgraph_loaders.cnipa_search import CNIPA_SEARCH
from ipgraph_loaders.cnipr import CNIPR
from ipgraph_loaders.company_products import COMPANY_PRODUCTS
from ipgraph_loaders.deal_lists import IPGRAPH_DEALS, LICENCE_RECORDS, PLEDGE_RECORDS, TRANSFER_RECORDS
from ipgraph_loaders.demand_list import DEMAND_LIST
from ipgraph_loaders.derwent import DERWENT, DERWENT_DII
from ipgraph_loaders.enterprise_list import ENTERPRISE_LIST
from ipgraph_loaders.enterprise_roll import ENTERPRISE_ROLL
from ipgraph_loaders.espacenet import ESPACENET
from ipgraph_loaders.evaluation_list import EVALUATION_LIST
from ipgraph_loaders.google_exports import GOOGLE_BIGQUERY, GOOGLE_WEB
from ipgraph_loaders.google_patents import GOOGLE_ABSTRACTS, GOOGLE_CITATIONS, GOOGLE_DOCUMENTS, GOOGLE_FOCAL
from ipgraph_loaders.group_list import GROUP_LIST
from ipgraph_loaders.hevc_pool import HEVC_POOL
from ipgraph_loaders.incopat import INCOPAT
from ipgraph_loaders.industries import COMPANY_INDUSTRIES, INDUSTRIES, INDUSTRY_PARENTS, INDUSTRY_RELATIONS
from ipgraph_loaders.industry_upstream import INDUSTRY_UPSTREAM
from ipgraph_loaders.ipc_titles import IPC_TITLES
from ipgraph_loaders.lens import LENS
from ipgraph_loaders.lens_api import LENS_API
from ipgraph_loaders.listed_companies import LISTED_COMPANIES
from ipgraph_loaders.own_tables import (
    IPGRAPH_CITATIONS,
    IPGRAPH_DECLARATIONS,
    IPGRAPH_ORGANISATIONS,
    IPGRAPH_PATENTS,
    IPGRAPH_POOL,
)
from ipgraph_loaders.patent_list import PATENT_LIST
from ipgraph_loaders.patent_offers import CONVERTIBLE_LIST, OPEN_LICENCE_LIST
from ipgraph_loaders.patentscope import PATENTSCOPE
from ipgraph_loaders.patentsview import PATENTSVIEW
from ipgraph_loaders.patsnap import PATSNAP
from ipgraph_loaders.patstat import PATSTAT
from ipgraph_loaders.pool_list import POOL_LIST
from ipgraph_loaders.product_links import PRODUCT_LINKS
from ipgraph_loaders.sep_declarations import SEP_DECLARATIONS
from ipgraph_loaders.taian import TAIAN
from ipgraph_loaders.tpex import TPEX

LOADERS = (
    CHAIN_ROLL, CHAIN_STAGES, CHAIN_WORKBOOK, CLASSIFICATION, CLASSIFICATION_TABLE, CNIPA_SEARCH, CNIPR, CN_YEARLY,
    COMPANY_INDUSTRIES, COMPANY_PRODUCTS, CONVERTIBLE_LIST, DEMAND_LIST, DERWENT, DERWENT_DII, ENTERPRISE_LIST,
    ENTERPRISE_ROLL, ESPACENET, EVALUATION_LIST, GOOGLE_ABSTRACTS, GOOGLE_BIGQUERY, GOOGLE_CITATIONS, GROUP_LIST,
    GOOGLE_DOCUMENTS, GOOGLE_FOCAL, GOOGLE_WEB, HEVC_POOL, INCOPAT, INDUSTRIES, INDUSTRY_PARENTS, INDUSTRY_RELATIONS,
    INDUSTRY_UPSTREAM, IPC_TITLES, IPGRAPH_CITATIONS, IPGRAPH_DEALS, IPGRAPH_DECLARATIONS, IPGRAPH_ORGANISATIONS,
    IPGRAPH_PATENTS, IPGRAPH_POOL, LENS, LENS_API, LICENCE_RECORDS, LISTED_COMPANIES, OPEN_LICENCE_LIST, PATENTSCOPE,
    PATENTSVIEW, PATENT_LIST, PATSNAP, PATSTAT, PLEDGE_RECORDS, POOL_LIST, PRODUCT_LINKS, SEP_DECLARATIONS,
    TAIAN, TPEX, TRANSFER_RECORDS,
)

__all__ = ["LOADERS", "write_template"]
