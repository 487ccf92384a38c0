// Answers kept for the life of the page: the map of a chain, and its figures for a region.

import { api } from "./api/client";
import type { ChainItem, ChainMap, Gap, Gaps } from "./api/types";
import type { Where } from "./state";

const KEPT = 24;

/** Remembers what `ask` answered, the newest answers only; a failure is not remembered. */
export function remembered<A extends string[], T>(ask: (...given: A) => Promise<T>): (...given: A) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (...given) => {
    const key = given.join("\n");
    const known = kept.get(key);
    if (known) return known;
    const asked = ask(...given);
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return asked;
  };
}

export const chainMap: (id: string) => Promise<ChainMap> = remembered((id: string) => api.chain(id));

/** The board of a chain as it was answered, with the row of each segment at hand. */
export interface Board {
  answer: Gaps;
  rows: ReadonlyMap<string, Gap>;
}

const boards = remembered(async (id: string, region: string, enterprise: string, within: string): Promise<Board> => {
  const answer = await api.gaps(id, { region, enterprise, within: within === "country" ? within : "" });
  return { answer, rows: new Map(answer.gaps.map((gap) => [gap.segment, gap])) };
});

export const chainGaps = (id: string, seen: Where): Promise<Board> => boards(id, seen.region, seen.enterprise, seen.within);

/** The chain to begin with: the one whose segments are linked best, so that there is most to see. */
export function firstChain(chains: readonly ChainItem[]): string {
  const best = [...chains].sort((a, b) => b.feeds - a.feeds || b.segments - a.segments)[0];
  return best?.id ?? "";
}
