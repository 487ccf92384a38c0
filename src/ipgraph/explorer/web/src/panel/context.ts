// What every panel is given.

import type { ChainMap, Gap, Legend, RegionItem } from "../api/types";
import { nameOf } from "../format";
import { captionOf } from "../signs";
import type { State } from "../state";

export interface Context {
  state: State;
  map: ChainMap;
  gaps: ReadonlyMap<string, Gap>;
  legend: Legend;
  regions: readonly RegionItem[];
  /** Change the state; with `replace`, without a step that the back button would return to. */
  go(patch: Partial<State>, replace?: boolean): void;
  /** Aborted when the panel shows something else. */
  signal: AbortSignal;
}

/** Caption of a node kind in the language shown. */
export function kindCaption(context: Context, kind: string): string {
  const item = context.legend.nodes.find((one) => one.key === kind);
  return item ? captionOf(item, context.state.lang) : kind;
}

/** The region that figures are of, in the language shown. */
export function regionCaption(context: Context, gap: Gap): string {
  const item = context.regions.find((one) => one.id === gap.region);
  return item ? nameOf(item, context.state.lang) : gap.region_name;
}
