// Asking the service. One function an address; an error becomes a Failure that can be shown.

import type { Where } from "../state";
import type {
  Advice, ChainMap, Chains, Colleagues, Compared, EventList, EventQuestion, Explained, Gaps, Legend, Matches, Need, Neighbours, Node as ApiNode, Partners, Patents, Problem, Regions, SearchAnswer,
  SegmentAnswer, TeamDetail, Teams,
} from "./types";

/** What went wrong, in the service's words; status 0 when it cannot be reached. */
export class Failure extends Error {
  constructor(readonly status: number, detail: string, readonly zh: string = detail) {
    super(detail);
  }
}

/** The address of an answer: every part of the path escaped, empty parameters left out. */
export function path(parts: readonly string[], query: Record<string, string | number> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `api/v1/${parts.map(encodeURIComponent).join("/")}${text ? `?${text}` : ""}`;
}

async function ask<T>(address: string, signal?: AbortSignal, body?: unknown): Promise<T> {
  let answer: Response;
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const headers = { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) };
  try {
    answer = await fetch(address, { headers, ...sent, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure(0, "");
  }
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as Problem | null;
    throw new Failure(answer.status, problem?.detail ?? answer.statusText, problem?.detail_zh);
  }
  return (await answer.json()) as T;
}

/** Whom partners are asked for, and what they are held to; empty: not held. */
export interface PartnersQuery {
  who: string;
  top: number;
  role: string;
  kind: string;
  region: string;
  new: "" | "true" | "false";
  why?: "true";
}

export const api = {
  legend: () => ask<Legend>(path(["legend"])),
  chains: () => ask<Chains>(path(["chains"])),
  regions: () => ask<Regions>(path(["regions"])),
  chain: (id: string, signal?: AbortSignal) => ask<ChainMap>(path(["chains", id]), signal),
  gaps: (id: string, seen: Where, signal?: AbortSignal) => ask<Gaps>(path(["chains", id, "gaps"], { ...seen }), signal),
  advice: (id: string, region: string, signal?: AbortSignal) => ask<Advice>(path(["chains", id, "advice"], { region }), signal),
  compare: (id: string, from: string, to: string, region: string, signal?: AbortSignal) =>
    ask<Compared>(path(["chains", id, "compare"], { from, to, region }), signal),
  segment: (id: string, seen: Where, signal?: AbortSignal) =>
    ask<SegmentAnswer>(path(["segments", id], { ...seen }), signal),
  explain: (id: string, seen: Where, signal?: AbortSignal) =>
    ask<Explained>(path(["segments", id, "explain"], { ...seen }), signal),
  patents: (id: string, cursor: string, signal?: AbortSignal, measure = "", seen?: Where) =>
    ask<Patents>(path(["segments", id, "patents"], { cursor, measure, ...seen }), signal),
  partners: (asked: PartnersQuery, signal?: AbortSignal) => ask<Partners>(path(["partners"], { ...asked }), signal),
  teams: (who: string, signal?: AbortSignal) => ask<Teams>(path(["teams"], { who }), signal),
  team: (id: string, signal?: AbortSignal) => ask<TeamDetail>(path(["teams", id]), signal),
  colleagues: (who: string, signal?: AbortSignal) => ask<Colleagues>(path(["colleagues"], { who }), signal),
  match: (need: Partial<Need>, signal?: AbortSignal) => ask<Matches>(path(["match"]), signal, need),
  event: (asked: Partial<EventQuestion>, signal?: AbortSignal) => ask<EventList>(path(["events", "list"]), signal, asked),
  search: (q: string, limit: number, signal?: AbortSignal) => ask<SearchAnswer>(path(["search"], { q, limit }), signal),
  node: (kind: string, id: string, signal?: AbortSignal) => ask<ApiNode>(path(["nodes", kind, id]), signal),
  neighbours: (kind: string, id: string, edge: string, direction: string, cursor: string, signal?: AbortSignal) =>
    ask<Neighbours>(path(["nodes", kind, id, "neighbours"], { edge, direction, cursor }), signal),
};
