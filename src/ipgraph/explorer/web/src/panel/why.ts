// What the first ranks rest on: the rank of a partner without a patent or an edge that its reasons name.

import type { Partner, Partners } from "../api/types";
import { h } from "../dom";
import { say } from "../strings";
import type { Context } from "./context";
import { failed, loading } from "./parts";
import { linked } from "./reasons";

export interface Why {
  element: HTMLElement;
  /** Ready to be asked about another list; out of sight, but in its place, where there is none to ask about. */
  about(ask: (() => Promise<Partners>) | null): void;
}

/** A button, for it takes time; `draw` shows the list with what was found. */
export function why(context: Context, draw: (answer: Partners) => void): Why {
  const { lang } = context.state;
  const said = h("div", { role: "status" });
  const button = h("button", { type: "button" }, say(lang, "testRanks"));
  const element = h("div", { class: "why" }, button, said);
  let asked: (() => Promise<Partners>) | null = null;
  const start = (): void => {
    const mine = asked;
    if (!mine || button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    said.replaceChildren(loading(lang, "testing"));
    mine().then(
      (answer) => {
        if (mine !== asked) return;
        about(null);
        draw(answer);
      },
      (error: unknown) => {
        if (mine !== asked || context.signal.aborted) return;
        button.removeAttribute("aria-disabled");
        said.replaceChildren(failed(error, lang, start));
      },
    );
  };
  const about: Why["about"] = (ask) => {
    asked = ask;
    element.style.visibility = ask ? "" : "hidden";
    button.removeAttribute("aria-disabled");
    said.replaceChildren();
  };
  button.addEventListener("click", start);
  return { element, about };
}

/** What was found for one partner; nothing where it was not asked. */
export function counterfactuals(context: Context, partner: Partner): HTMLElement | null {
  const { lang } = context.state;
  if (!partner.counterfactuals) return null;
  const found = partner.counterfactuals.map((one) => {
    const patents = one.kind === "patent" || one.kind === "CITES" ? one.ids : [];
    const ways = new Map(patents.map((id) => [id, { node: `Patent/${id}` }]));
    return h("li", { class: one.rank_without === one.rank ? "" : "moved" }, ...linked(context, lang === "zh" ? one.zh : one.en, ways));
  });
  return h("div", { class: "without", tabindex: -1 }, h("strong", {}, say(lang, "without")),
    found.length ? h("ul", {}, ...found) : h("p", { class: "by" }, say(lang, "nothingToRemove")));
}
