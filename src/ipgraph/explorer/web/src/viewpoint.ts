// Over the map: from where the chain is seen, what its shares are compared with, and what to know before reading.

import type { Board } from "./data";
import { h } from "./dom";
import { local, type State } from "./state";
import { say } from "./strings";

export function viewpoint(state: State, board: Board, go: (patch: Partial<State>) => void): HTMLElement[] {
  const { lang } = state;
  const first = board.answer.gaps[0];
  const parts: HTMLElement[] = [];
  if (state.enterprise && first) {
    parts.push(h("span", { class: "from" }, say(lang, "seenBy", first.region_name),
      h("button", { type: "button", "aria-label": say(lang, "seeCountry"), title: say(lang, "seeCountry"), onclick: () => go({ enterprise: "" }) }, "×")));
  }
  if (local(state)) {
    const choice = h("select", { id: "within", onchange: () => go({ within: choice.value === "country" ? "country" : "" }) },
      ...(["", "country"] as const).map((one) =>
        h("option", { value: one, selected: state.within === one }, say(lang, one ? "withinCountry" : "withinWorld"))));
    parts.push(h("label", { for: "within" }, say(lang, "within")), choice);
  }
  const notes = board.answer.notes.map((note) => h("li", {}, lang === "zh" ? note.zh : note.en));
  if (notes.length) parts.push(h("details", { class: "notes" }, h("summary", {}, say(lang, "notes", notes.length)), h("ul", {}, ...notes)));
  return parts;
}
