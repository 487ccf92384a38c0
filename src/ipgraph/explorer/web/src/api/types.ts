// Written from the OpenAPI document by tests/service/generate.py, and as long as that is. Do not edit.

export interface Action {
  segment: string;
  name: string;
  name_en: string | null;
  status_code: string;
  action_code: "fill" | "strengthen" | "extend";
  action: string;
  score: number;
  origin: string | null;
  reason_zh: string;
  reason_en: string;
  candidates: Candidate[];
}

export interface Advice {
  version: string;
  as_of: string | null;
  chain: string;
  region: string | null;
  actions: Action[];
}

export interface Alive {
  alive: boolean;
}

export interface Associate {
  id: string;
  name: string;
  team: string | null;
  patents: number;
  membership: number;
}

export interface Band {
  key: string;
  zh: string;
  en: string;
  x: number;
  width: number;
}

export interface Beside {
  id: string;
  name: string;
  name_en: string | null;
  reason: string | null;
}

export interface BoardNote {
  zh: string;
  en: string;
  code: string;
}

export interface Candidate {
  id: string;
  name: string;
  kind: string;
  local: boolean;
  density: number;
  weighted: number;
}

export interface Card {
  id: string;
  name: string;
  name_en: string | null;
  number: string | null;
  stage: string | null;
  column: number;
  x: number;
  y: number;
}

export interface ChainItem {
  id: string;
  name: string;
  name_en: string | null;
  title: string | null;
  segments: number;
  patents: number;
  feeds: number;
}

export interface ChainMap {
  version: string;
  as_of: string | null;
  id: string;
  name: string;
  name_en: string | null;
  title: string | null;
  width: number;
  height: number;
  card_width: number;
  card_height: number;
  cards: Card[];
  frames: Frame[];
  bands: Band[];
  feeds: Feed[];
}

export interface Chains {
  version: string;
  as_of: string | null;
  chains: ChainItem[];
}

export interface ClassItem {
  id: string;
  title_zh: string | null;
  title_en: string | null;
  patents: number;
}

export interface CodeItem {
  property: string;
  key: string;
  zh: string;
  en: string;
}

export interface Colleague {
  id: string;
  name: string;
  home: string;
  home_name: string;
  share: number;
  patents: number;
  years: number[];
  team: string | null;
  same_team: boolean;
}

export interface Colleagues {
  version: string;
  as_of: string | null;
  who: string;
  colleagues: Colleague[];
}

export interface Compared {
  version: string;
  as_of: string | null;
  chain: string;
  region: string | null;
  from: string;
  to: string;
  patents_from: number;
  patents_to: number;
  undated: number;
  reason: Told | null;
  moves: Move[];
  new: Filed[];
}

export interface Counterfactual {
  kind: string;
  ids: string[];
  zh: string;
  en: string;
  rank: number;
  rank_without: number | null;
}

export interface Covered {
  id: string;
  name: string;
  pool: number;
  all: number;
  share: number;
}

export interface Deed {
  do: "add" | "move" | "enter" | "give" | "file" | "serve" | "withdraw" | "remove";
  what: string;
  to: string;
  count: number;
}

export interface EdgeCount {
  edge: string;
  direction: string;
  zh: string;
  en: string;
  count: number;
}

export interface EventList {
  version: string;
  as_of: string | null;
  segment: string;
  rows: EventRow[];
  notes: Told[];
}

export interface EventQuestion {
  segment: string;
  needs: string[];
  top: number;
}

export interface EventRow {
  need: string;
  title: string;
  seekers: string[];
  deadline: string | null;
  rank: number | null;
  patent: string | null;
  name: string | null;
  score: number | null;
  serves: boolean | null;
  status: string | null;
  institutions: string[] | null;
  enterprises: string[] | null;
  persons: string[] | null;
  teams: string[] | null;
  reasons: Reason[] | null;
}

export interface EvidenceItem {
  key: string;
  zh: string;
  en: string;
  zh_doc: string;
  en_doc: string;
}

export interface Explained {
  version: string;
  as_of: string | null;
  id: string;
  region: string | null;
  enterprise: string | null;
  within: string;
  quality: QualityBasis;
  numbers: Number[];
}

export interface Feed {
  source: string;
  target: string;
  reason: string | null;
  back: boolean;
}

export interface Filed {
  id: string;
  filed_on: string;
}

export interface Formula {
  zh: string;
  en: string;
  worked: string;
}

export interface Found {
  kind: string;
  id: string;
  name: string;
  name_en: string | null;
  chain: string | null;
}

export interface Frame {
  id: string;
  name: string;
  name_en: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Gap {
  chain: string;
  segment: string;
  name: string;
  name_en: string | null;
  stage: string | null;
  status: string;
  status_code: string;
  status_also: string[];
  status_basis: Test[];
  steady: boolean;
  evidence: string;
  region: string;
  region_name: string;
  patents: number;
  by_text: number;
  inventions: number;
  weighted: number | null;
  holders: number;
  rta: number | null;
  hhi: number | null;
  cr4: number | null;
  foreign: number | null;
  upstreamness: number | null;
  cut: boolean;
  local_patents: number;
  local_share: number | null;
  value: number | null;
  gap: number | null;
  monopoly: number | null;
  hardness: number | null;
  enterprises: number;
  local_enterprises: number;
  products: number;
  local_products: number;
  industry_rta: number | null;
  industry_code: string | null;
  supply_demand: string | null;
  supply_demand_code: string | null;
  viewpoint: string;
  within: string;
  [key: string]: unknown;
}

export interface Gaps {
  version: string;
  as_of: string | null;
  chain: string;
  region: string | null;
  enterprise: string | null;
  within: string;
  quality: QualityBasis;
  notes: BoardNote[];
  gaps: Gap[];
}

export interface Holder {
  id: string;
  name: string;
  kind: string;
  country: string | null;
  region: string | null;
  patents: number;
  weighted: number;
  share: number;
  local: boolean;
}

export interface InForce {
  country: string;
  patents: number;
}

export interface IndicatorWeight {
  branch: string;
  indicator: string;
  zh: string;
  en: string;
  weight: number;
  known: number | null;
}

export interface IndustryPartner {
  id: string;
  name: string;
  held: number;
  deals: number;
  patents: string[];
}

export interface Inferred {
  id: string;
  share: number;
}

export interface InferredSegment {
  id: string;
  share: number;
  name: string;
  name_en: string | null;
  chain: string | null;
}

export interface KindItem {
  key: string;
  zh: string;
  en: string;
  doc: string;
  color: string | null;
}

export interface Legend {
  sample: boolean;
  statuses: StatusItem[];
  evidence: EvidenceItem[];
  measures: MeasureItem[];
  nodes: KindItem[];
  edges: KindItem[];
  codes: CodeItem[];
}

export interface Licensor {
  id: string;
  name: string;
  patents: number;
}

export interface Match {
  id: string;
  name: string;
  kind: "Patent" | "Team" | "Institution" | "Enterprise";
  score: number;
  patents: string[];
  holders: string[];
  reasons: Reason[];
}

export interface Matches {
  version: string;
  as_of: string | null;
  text: string;
  words: string[];
  classes: Inferred[];
  segments: InferredSegment[];
  lessons: number;
  notes: Told[];
  matches: Match[];
}

export interface MeasureItem {
  key: string;
  zh: string;
  en: string;
  zh_unit: string;
  en_unit: string;
  format: string;
  zh_doc: string;
  en_doc: string;
  main: boolean;
}

export interface Member {
  id: string;
  name: string;
  role: "core" | "fringe";
  patents: number;
  share: number;
  membership: number;
  years: number[];
}

export interface MethodNote {
  method: "learned" | "rules";
  event: "cofiling" | "transfer" | "flow" | null;
  months: number | null;
  learned_until: string | null;
  zh: string;
  en: string;
}

export interface Missing {
  id: string;
  name: string;
  kind: string;
  adds: number | null;
  coverage: number | null;
}

export interface Move {
  segment: string;
  name: string;
  name_en: string | null;
  measure: string;
  before: boolean | number | string | string[] | null;
  after: boolean | number | string | string[] | null;
}

export interface Need {
  text: string | null;
  demand: string | null;
  top: number;
  kinds: ("Patent" | "Team" | "Institution" | "Enterprise")[];
  status: "pending" | "active" | "ended" | null;
  region: string | null;
  licence: "open_licence" | "convertible" | "any" | null;
  owner: string | null;
}

export interface Neighbour {
  kind: string;
  id: string;
  name: string;
  past: boolean;
}

export interface Neighbours {
  version: string;
  as_of: string | null;
  counts: EdgeCount[];
  neighbours: Neighbour[];
  next: string | null;
}

export interface Node {
  version: string;
  as_of: string | null;
  kind: string;
  id: string;
  name: string;
  values: Value[];
  segments: Strength[];
  quality: QualityTree | null;
}

export interface Number {
  measure: string;
  value: boolean | number | null;
  formula: Formula;
  parts: Record<string, number | string | string[] | null>;
  holders: Part[];
  patents: string[];
  total: number;
  more: string | null;
}

export interface Overlap {
  one: string;
  other: string;
  inventions: number;
}

export interface Part {
  id: string;
  name: string;
  kind: string;
  share: number;
  through: string[];
}

export interface Partner {
  id: string;
  name: string;
  kind: string;
  score: number;
  probability: number | null;
  new: boolean;
  complement: number;
  relatedness: number;
  closeness: number | null;
  domestic: number;
  roles: ("complements" | "strengthens" | "licenses" | "buys" | "cofiles" | "joins_pool")[];
  basis: string;
  method: "learned" | "rules";
  method_note: MethodNote;
  reasons: Reason[];
  counterfactuals: Counterfactual[] | null;
}

export interface Partners {
  version: string;
  as_of: string | null;
  who: string;
  segment: string | null;
  partners: Partner[];
}

export interface PartnersAsked {
  who: string[];
  segment: string | null;
  top: number;
  role: "complements" | "strengthens" | "licenses" | "buys" | "cofiles" | "joins_pool" | null;
  region: string | null;
  kind: "Enterprise" | "Institution" | null;
  new: boolean | null;
  why: boolean;
}

export interface PartnersFor {
  who: string;
  partners: Partner[];
  detail: string | null;
  detail_zh: string | null;
}

export interface PartnersForMany {
  version: string;
  as_of: string | null;
  segment: string | null;
  answers: PartnersFor[];
}

export interface PatentItem {
  id: string;
  title: string | null;
  filed_on: string | null;
  status: string | null;
  patent_type: string | null;
  holders: string[];
  basis: string | null;
  rule: string | null;
  pattern: string | null;
  words: string[] | null;
  score: number | null;
}

export interface Patents {
  version: string;
  as_of: string | null;
  patents: PatentItem[];
  total: number;
  next: string | null;
}

export interface Pool {
  id: string;
  name: string;
  name_en: string | null;
  administrator: string | null;
  patents: number;
  licensors: number;
  members: Licensor[];
  countries: InForce[];
  hhi: number | null;
  cr4: number | null;
  segments: Covered[];
}

export interface PoolDesign {
  version: string;
  as_of: string | null;
  segment: string;
  name: string;
  basis: "graded" | "held";
  inventions: number;
  weighted: number;
  covered: number;
  covered_weighted: number;
  coverage: number | null;
  shared: number | null;
  hhi: number | null;
  hhi_all: number | null;
  members: PoolMember[];
  overlaps: Overlap[];
  missing: Missing[];
  bound: number;
  reached: number | null;
}

export interface PoolMember {
  id: string;
  name: string;
  kind: string;
  inventions: number;
  weighted: number;
  alone: number;
  adds: number | null;
}

export interface PoolQuestion {
  segment: string;
  holders: string[];
  top: number;
}

export interface Pools {
  version: string;
  as_of: string | null;
  pools: Pool[];
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  detail_zh: string;
  field: string | null;
}

export interface QualityBand {
  grade: string;
  low: number;
}

export interface QualityBasis {
  scenario: string;
  scenario_zh: string;
  scenario_en: string;
  weights: IndicatorWeight[];
  bands: QualityBand[];
  graded: number | null;
  patents: number;
  neutral: number;
  indicators: number;
}

export interface QualityBranch {
  branch: string;
  zh: string;
  en: string;
  weight: number;
  value: number | null;
  indicators: QualityLeaf[];
}

export interface QualityLeaf {
  indicator: string;
  zh: string;
  en: string;
  zh_doc: string;
  en_doc: string;
  weight: number;
  value: number | null;
}

export interface QualityTree {
  scenario: string;
  scenario_zh: string;
  scenario_en: string;
  weight: number;
  grade: string | null;
  graded: boolean;
  bands: QualityBand[];
  branches: QualityBranch[];
}

export interface Question {
  region: string | null;
  changes: Deed[];
}

export interface Ready {
  ready: boolean;
  engine: string;
  version: string | null;
  reason: string | null;
}

export interface Reason {
  kind: string;
  zh: string;
  en: string;
  [key: string]: unknown;
}

export interface RegionItem {
  id: string;
  name: string;
  name_en: string | null;
  level: string | null;
  parent: string | null;
}

export interface Regions {
  version: string;
  as_of: string | null;
  regions: RegionItem[];
}

export interface SearchAnswer {
  version: string;
  as_of: string | null;
  query: string;
  found: Found[];
}

export interface SegmentAnswer {
  version: string;
  as_of: string | null;
  id: string;
  chain: string;
  name: string;
  name_en: string | null;
  number: string | null;
  stage: string | null;
  region: string | null;
  enterprise: string | null;
  within: string;
  numbers: Gap | null;
  parts: SegmentItem[];
  upstream: Beside[];
  downstream: Beside[];
  top_holders: Holder[];
  classes: ClassItem[];
  patents: Patents;
  partners: string;
}

export interface SegmentItem {
  id: string;
  name: string;
  name_en: string | null;
}

export interface ServedSegment {
  id: string;
  name: string;
  name_en: string | null;
  chain: string | null;
  patents: number;
  weighted: number;
}

export interface StatusItem {
  key: string;
  zh: string;
  en: string;
  en_short: string;
  color: string;
  sign: string;
  zh_doc: string;
  en_doc: string;
}

export interface Strength {
  id: string;
  name: string;
  name_en: string | null;
  chain: string | null;
  chain_name: string | null;
  chain_name_en: string | null;
  patents: number;
  share: number;
}

export interface Team {
  id: string;
  home: string;
  home_name: string;
  homes: string[];
  leader: string;
  leader_name: string;
  members: string[];
  member_names: string[];
  member_patents: number[];
  roles: ("core" | "fringe")[];
  years: number[];
  patents: number;
  weighted: number;
  segments: string[];
  classes: string[];
  partners: string[];
}

export interface TeamDetail {
  version: string;
  as_of: string | null;
  id: string;
  home: string;
  home_name: string;
  homes: string[];
  leader: string;
  leader_name: string;
  members: string[];
  member_names: string[];
  member_patents: number[];
  roles: ("core" | "fringe")[];
  years: number[];
  patents: number;
  weighted: number;
  segments: string[];
  classes: string[];
  partners: string[];
  people: Member[];
  associates: Associate[];
  history: Window[];
  topics: Topic[];
  words: string[];
  served: ServedSegment[];
  industry: IndustryPartner[];
  works: Work[];
}

export interface Teams {
  version: string;
  as_of: string | null;
  who: string;
  teams: Team[];
}

export interface Test {
  status: string;
  measure: string;
  sign: string;
  threshold: number | null;
  value: number | null;
  met: boolean;
}

export interface Told {
  zh: string;
  en: string;
}

export interface Topic {
  id: string;
  title_zh: string | null;
  title_en: string | null;
  patents: number;
  main: number;
}

export interface Value {
  name: string;
  zh: string;
  en: string;
  unit: string;
  value: string | number | boolean | string[] | null;
}

export interface WhatIf {
  version: string;
  as_of: string | null;
  chain: string;
  region: string | null;
  moves: Move[];
}

export interface Window {
  first: number;
  last: number;
  state: "new" | "continuing" | "merged" | "split" | "dissolved";
  members: string[];
  patents: number;
}

export interface Work {
  id: string;
  title: string | null;
  year: number | null;
  quality: number;
  members: number;
}
