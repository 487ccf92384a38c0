// The panel at the side: the chain as a list, a segment, or something found.

import { h } from "../dom";
import { say } from "../strings";
import type { Context } from "./context";
import { node } from "./node";
import { overview } from "./overview";
import { segment } from "./segment";

export interface Panel {
  element: HTMLElement;
  show(context: Omit<Context, "signal">): void;
}

export function panel(): Panel {
  const body = h("div", { class: "panel-body" });
  const close = h("button", { type: "button", class: "close" }, "×");
  const element = h("aside", { class: "panel" }, close, body);
  let running = new AbortController();
  let shown = "";

  return {
    element,
    show(given) {
      const { state } = given;
      const open = state.segment || state.node;
      // Figures that arrive later redraw the list only; a segment fetches its own.
      const key = [state.chain, state.region, state.segment, state.node, state.lang, open ? "" : given.gaps.size].join("\n");
      if (key === shown) return;
      const another = shown.split("\n").slice(2, 4).join() !== [state.segment, state.node].join();
      shown = key;
      running.abort();
      running = new AbortController();
      const context: Context = { ...given, signal: running.signal };
      element.setAttribute("aria-label", say(state.lang, state.segment ? "segment" : state.node ? "properties" : "overview"));
      close.hidden = !open;
      close.setAttribute("aria-label", say(state.lang, "close"));
      close.title = say(state.lang, "close");
      close.onclick = () => given.go({ segment: "", node: "" });
      body.replaceChildren(...(state.segment ? segment(context) : state.node ? node(context) : overview(context)));
      if (another) body.scrollTop = 0;
    },
  };
}
