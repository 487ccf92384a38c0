// The whole state of the page lives in the address bar.

import type { Lang } from "./strings";

/** What is chosen. The chain is seen from a region or from a holder (`enterprise`, an id), its shares compared with the
 * world's or, `within`, the country's. `node` is "Kind/id" of something looked at that is no segment. `view` "match" is a
 * need to be matched; `need` is its text, and `status`, `licence` and `owner` are what the matches are held to. `role`,
 * `kind`, `relation` ("new" or "known") and `place` (a region) are what the partners of a segment or node are held to. */
export interface State {
  chain: string;
  region: string;
  enterprise: string;
  within: "" | "country";
  segment: string;
  node: string;
  view: "" | "match";
  need: string;
  status: string;
  licence: string;
  owner: string;
  role: string;
  kind: string;
  relation: string;
  place: string;
  q: string;
  lang: Lang;
}

/** All partners: what is chosen for those of one segment or node does not go along to the next. */
export const ALL_PARTNERS = { role: "", kind: "", relation: "", place: "" };
const TEXTS = [
  "chain", "region", "enterprise", "segment", "node", "status", "licence", "owner", "role", "kind", "relation", "place", "q",
] as const;
export const EMPTY: State = {
  chain: "", region: "", enterprise: "", within: "", segment: "", node: "", view: "", need: "", status: "", licence: "", owner: "",
  ...ALL_PARTNERS, q: "", lang: "zh",
};

/** From where a chain is seen, as the service takes it. */
export type Where = Pick<State, "region" | "enterprise" | "within">;

export function where({ region, enterprise, within }: State): Where {
  return { region, enterprise, within };
}

/** Whether figures are those of a part of the country, beside which the whole stands. */
export function local(state: State): boolean {
  return state.region !== "" || state.enterprise !== "";
}

/** "?chain=…&lang=en#need=…" as a state; anything unknown is left out. The need stands behind #: a browser keeps that to
 * itself, so that no log has what is looked for, and a long need makes no address that a server refuses. */
export function parse(text: string): State {
  const [search = "", said = ""] = text.split("#");
  const given = new URLSearchParams(search);
  const state: State = {
    ...EMPTY, need: new URLSearchParams(said).get("need") ?? "", view: given.get("view") === "match" ? "match" : "", within: given.get("within") === "country" ? "country" : "",
    lang: given.get("lang") === "en" ? "en" : "zh",
  };
  for (const name of TEXTS) state[name] = given.get(name) ?? "";
  return state;
}

/** The address of a state; what is not chosen, and Chinese, are left out. */
export function address(state: State): string {
  const query = new URLSearchParams();
  for (const name of [...TEXTS, "within", "view"] as const) if (state[name]) query.set(name, state[name]);
  if (state.lang !== "zh") query.set("lang", state.lang);
  return `?${query.toString()}${state.need ? `#${new URLSearchParams({ need: state.need }).toString()}` : ""}`;
}

/** A state with some of it changed: another chain forgets the segment; a segment and a node exclude each other, and so do a
 * region and a holder; the country is compared with the world alone. */
export function changed(state: State, patch: Partial<State>): State {
  const next = { ...state, ...patch };
  if (patch.chain !== undefined && patch.chain !== state.chain) {
    next.segment = patch.segment ?? "";
    next.node = patch.node ?? "";
  }
  if (patch.region) next.enterprise = "";
  else if (patch.enterprise) next.region = "";
  if (!local(next)) next.within = "";
  if (patch.segment) next.node = "";
  else if (patch.node) next.segment = "";
  return next.segment === state.segment && next.node === state.node ? next : { ...next, ...ALL_PARTNERS };
}

/** "Enterprise/宁德时代" → ["Enterprise", "宁德时代"]; the id may hold slashes. */
export function nodeParts(node: string): [kind: string, id: string] {
  const at = node.indexOf("/");
  return at < 0 ? [node, ""] : [node.slice(0, at), node.slice(at + 1)];
}
