// A matchmaking event of a segment, on asking: its open demands, patents for each, and who is behind those.

import { api } from "../api/client";
import type { EventList, EventRow } from "../api/types";
import { h } from "../dom";
import { figure } from "../format";
import { say } from "../strings";
import type { Context } from "./context";
import { empty, facts, fill, link, section } from "./parts";

const TOP = 3;

export function event(context: Context, segment: string): HTMLElement {
  const { state, signal } = context;
  const place = h("div", { class: "event", "aria-live": "polite" });
  const ask = (): void =>
    fill(place, state.lang, signal, () => api.event({ segment, top: TOP }, signal), (answer) => drawn(context, answer));
  place.append(h("button", { type: "button", class: "act", onclick: ask }, say(state.lang, "listEvent")));
  return section(say(state.lang, "event"), place);
}

function drawn(context: Context, answer: EventList): HTMLElement[] {
  const lang = context.state.lang;
  if (!answer.rows.length) return [empty(say(lang, "noDemands"))];
  const needs = [...new Set(answer.rows.map((row) => row.need))];
  return needs.flatMap((need) => {
    const rows = answer.rows.filter((row) => row.need === need);
    const { title, seekers, deadline } = rows[0]!;
    const found = rows.filter((row) => row.patent);
    return [
      h("h4", {}, link(title, () => context.go({ node: `Demand/${need}` }))),
      facts(seekers.join(", "), deadline ? say(lang, "until", deadline) : ""),
      found.length ? h("ol", { class: "partners" }, ...found.map((row) => item(context, row))) : empty(say(lang, "noMatches")),
    ];
  });
}

function item(context: Context, row: EventRow): HTMLElement {
  const lang = context.state.lang;
  const behind = [row.institutions, row.enterprises, row.persons, row.teams].flatMap((names) => names ?? []);
  return h("li", {},
    h("div", { class: "who" }, link(row.name ?? "", () => context.go({ node: `Patent/${row.patent}` })),
      h("span", { class: "score" }, say(lang, "score"), " ", figure(row.score, "number", lang))),
    h("span", { class: "by" }, behind.join(", ")));
}
