// The panel at the side: the chain as a list, a segment, or something found.

import { h } from "../dom";
import type { State } from "../state";
import { say } from "../strings";
import type { Context } from "./context";
import { match } from "./match";
import { node } from "./node";
import { overview } from "./overview";
import { segment } from "./segment";

const VIEWS = { segment, node, match, overview };
const NAMES = { segment: "segment", node: "properties", match: "match", overview: "overview" } as const;

function shows(state: State): keyof typeof VIEWS {
  return state.segment ? "segment" : state.node ? "node" : state.view || "overview";
}

export interface Panel {
  element: HTMLElement;
  show(context: Omit<Context, "signal" | "follow">): void;
}

export function panel(): Panel {
  const body = h("div", { class: "panel-body" });
  const close = h("button", { type: "button", class: "close" }, "×");
  const element = h("aside", { class: "panel" }, close, body);
  let running = new AbortController();
  let shown = "";
  let followers: ((state: State) => void)[] = [];
  let latest: State;

  return {
    element,
    show(given) {
      const { state } = given;
      latest = state;
      const open = state.segment || state.node || state.view;
      // Figures that arrive later redraw the list only; a segment fetches its own.
      const matched = shows(state) === "match" ? [state.need, state.status, state.licence, state.owner] : [];
      const key = [state.chain, state.region, state.enterprise, state.within, state.segment, state.node, state.view, state.lang, open ? "" : given.gaps.size,
                   ...matched].join("\n");
      if (key === shown) return followers.forEach((told) => told(state));
      const another = shown.split("\n").slice(4, 7).join() !== [state.segment, state.node, state.view].join();
      shown = key;
      running.abort();
      running = new AbortController();
      followers = [];
      const { signal } = running;
      const context: Context = {
        ...given, signal,
        follow(told) {
          if (signal.aborted) return;
          followers.push(told);
          told(latest);
        },
      };
      element.setAttribute("aria-label", say(state.lang, NAMES[shows(state)]));
      close.hidden = !open;
      close.setAttribute("aria-label", say(state.lang, "close"));
      close.title = say(state.lang, "close");
      // What was opened from the matches closes back to them.
      close.onclick = () => given.go(state.segment || state.node ? { segment: "", node: "" } : { view: "" });
      body.replaceChildren(...VIEWS[shows(state)](context));
      if (another) body.scrollTop = 0;
    },
  };
}
