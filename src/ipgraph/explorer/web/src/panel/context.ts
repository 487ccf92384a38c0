// What every panel is given.

import type { ChainMap, Gap, Legend } from "../api/types";
import { captionOf } from "../signs";
import type { State } from "../state";

export interface Context {
  state: State;
  map: ChainMap;
  gaps: ReadonlyMap<string, Gap>;
  legend: Legend;
  go(patch: Partial<State>): void;
  /** Aborted when the panel shows something else. */
  signal: AbortSignal;
}

/** Caption of a node kind in the language shown. */
export function kindCaption(context: Context, kind: string): string {
  const item = context.legend.nodes.find((one) => one.key === kind);
  return item ? captionOf(item, context.state.lang) : kind;
}
