// The address bar as the place where the state is kept.

import { address, changed, parse, type State } from "./state";

export interface Router {
  state(): State;
  go(patch: Partial<State>, replace?: boolean): void;
}

/** Every change goes through here; `moved` is called after each, also on back and forward. */
export function router(moved: (state: State) => void): Router {
  let state = parse(location.search + location.hash);
  addEventListener("popstate", () => {
    state = parse(location.search + location.hash);
    moved(state);
  });
  return {
    state: () => state,
    go(patch, replace = false) {
      const next = changed(state, patch);
      if (address(next) === address(state)) return;
      state = next;
      history[replace ? "replaceState" : "pushState"](null, "", address(state));
      moved(state);
    },
  };
}
