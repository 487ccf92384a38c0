// What every panel is given.

import type { ChainMap, Gap, Legend, RegionItem } from "../api/types";
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
  /** Be told of the state, now and when it changes in what this panel does not show itself. */
  follow(told: (state: State) => void): void;
  /** Aborted when the panel shows something else. */
  signal: AbortSignal;
}

/** Caption of a node kind in the language shown. */
export function kindCaption(context: Context, kind: string): string {
  const item = context.legend.nodes.find((one) => one.key === kind);
  return item ? captionOf(item, context.state.lang) : kind;
}
