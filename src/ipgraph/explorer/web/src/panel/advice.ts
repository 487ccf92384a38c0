// What to fill, strengthen and extend, with who could do it; asked for when it is opened.

import { api } from "../api/client";
import type { Action } from "../api/types";
import { h } from "../dom";
import { nameOf } from "../format";
import { say } from "../strings";
import type { Context } from "./context";
import { empty, fill, link } from "./parts";

const SHOWN = 12;
const CANDIDATES = 3;

export function advice(context: Context): HTMLElement {
  const { state, map, signal } = context;
  const place = h("div", {});
  let asked = false;
  const opened = (event: Event): void => {
    if (asked || !(event.target as HTMLDetailsElement).open) return;
    asked = true;
    fill(place, state.lang, signal, () => api.advice(map.id, state.region, signal), (answer) =>
      answer.actions.length
        ? [h("ol", { class: "partners" }, ...answer.actions.slice(0, SHOWN).map((one) => item(context, one)))]
        : [empty(say(state.lang, "noAdvice"))]);
  };
  return h("details", { class: "advice", ontoggle: opened }, h("summary", {}, say(state.lang, "advice")), place);
}

function item(context: Context, one: Action): HTMLElement {
  const lang = context.state.lang;
  const people = one.candidates.slice(0, CANDIDATES).map((who) =>
    link(who.name, () => context.go({ node: `${who.kind}/${who.id}` })));
  return h("li", {},
    h("div", { class: "who" }, link(nameOf(one, lang), () => context.go({ segment: one.segment })),
      h("span", { class: "tag new" }, say(lang, one.action_code))),
    h("p", { class: "by" }, lang === "zh" ? one.reason_zh : one.reason_en),
    people.length ? h("p", { class: "beside" }, h("span", {}, say(lang, "candidates")), ...people) : null);
}
