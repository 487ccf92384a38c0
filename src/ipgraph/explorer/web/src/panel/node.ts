// Anything that is no segment: its properties, teams, partners and neighbours.

import { api } from "../api/client";
import type { EdgeCount, Neighbours, Node as ApiNode, Strength, Value } from "../api/types";
import { h, type Child } from "../dom";
import { count, figure, listed, nameOf, regionName } from "../format";
import { captionOf, codeCaption } from "../signs";
import { nodeParts } from "../state";
import { say } from "../strings";
import { kindCaption, type Context } from "./context";
import { colleagues } from "./colleagues";
import { empty, facts, failed, fill, link, section, table } from "./parts";
import { partners } from "./partners";
import { quality } from "./quality";
import { team } from "./team";

const MEMBERS_SHOWN = 8;
const ORGANISATIONS = ["Enterprise", "Institution"];
/** Properties that hold the code of a country. */
const COUNTRIES = ["country", "origin", "office"];

export function node(context: Context): HTMLElement[] {
  const { state, signal } = context;
  const [kind, id] = nodeParts(state.node);
  const place = h("div", {});
  fill(place, state.lang, signal, () => api.node(kind, id, signal), (answer) => drawn(context, answer));
  return [place];
}

function drawn(context: Context, answer: ApiNode): HTMLElement[] {
  const lang = context.state.lang;
  // Name and id stand at the top.
  const known = answer.values.filter((one) => !["id", "name"].includes(one.name) && one.value !== null && String(one.value) !== "");
  const english = answer.values.find((one) => one.name === "name_en")?.value as string | null | undefined ?? null;
  return [
    h("h2", { tabindex: -1 }, nameOf({ name: answer.name, name_en: english }, lang)),
    facts(kindCaption(context, answer.kind), answer.id === answer.name ? "" : answer.id),
    ...(answer.segments.length ? [section(say(lang, "strengths"), strengths(context, answer.segments))] : []),
    ...(ORGANISATIONS.includes(answer.kind) && context.state.enterprise !== answer.id
      ? [h("p", { class: "more" }, link(say(lang, "seeChainAs"), () => context.go({ enterprise: answer.id, node: "" })))] : []),
    ...(answer.quality ? [quality(answer.quality, lang)] : []),
    ...(answer.kind === "Team" ? [team(context, answer.id)] : []),
    ...(ORGANISATIONS.includes(answer.kind) ? [teams(context, answer.id), partners(context, answer.id)] : []),
    ...(answer.kind === "Person" ? [colleagues(context, answer.id), teams(context, answer.id)] : []),
    section(say(lang, "properties"), h("dl", { class: "properties" }, ...known.flatMap((one) => property(context, one)))),
    neighbours(context, answer),
  ];
}

function property(context: Context, one: Value): HTMLElement[] {
  const lang = context.state.lang;
  const text = Array.isArray(one.value) ? listed(one.value.map(String), lang)
    : typeof one.value === "boolean" ? say(lang, one.value ? "yes" : "no")
    : typeof one.value === "string" ? inWords(context, one.name, one.value) : String(one.value);
  return [h("dt", {}, captionOf(one, lang)), h("dd", {}, text)];
}

/** A coded value in words, a country by its name; anything else as it is. */
function inWords(context: Context, property: string, value: string): string {
  const lang = context.state.lang;
  const coded = codeCaption(context.legend, property, value, lang);
  return COUNTRIES.includes(property) ? regionName(context.regions, value, lang, coded) : coded;
}

/** The segments that a holder's patents serve, most weighted first. */
function strengths(context: Context, segments: readonly Strength[]): HTMLElement {
  const lang = context.state.lang;
  const columns = [
    { caption: say(lang, "segment") }, { caption: say(lang, "patents"), numeric: true },
    { caption: say(lang, "shareHere"), numeric: true },
  ];
  return table(say(lang, "strengths"), columns, segments.map((one) => [
    h("span", {}, link(nameOf(one, lang), () => context.go({ ...(one.chain ? { chain: one.chain } : {}), segment: one.id })),
      one.chain_name ? h("span", { class: "by" }, nameOf({ name: one.chain_name, name_en: one.chain_name_en }, lang)) : null),
    count(one.patents, lang), figure(one.share, "share", lang),
  ]));
}

function teams(context: Context, who: string): HTMLElement {
  const lang = context.state.lang;
  const place = h("div", {});
  const box = section(say(lang, "teams"), place);
  fill(place, lang, context.signal, () => api.teams(who, context.signal), (answer) => {
    box.hidden = answer.teams.length === 0;
    return [h("ul", { class: "teams" }, ...answer.teams.map((one) =>
      h("li", {}, link(say(lang, "teamOf", one.leader_name), () => context.go({ node: `Team/${one.id}` })), " ",
        say(lang, "team", one.members.length, count(one.patents, lang), one.years[0] ?? "", one.years[1] ?? ""),
        h("span", { class: "by" }, listed(one.member_names.slice(0, MEMBERS_SHOWN), lang)))))];
  });
  return box;
}

/** Counts by kind of edge first; a kind that is opened lists its nodes, a page at a time. */
function neighbours(context: Context, answer: ApiNode): HTMLElement {
  const lang = context.state.lang;
  const place = h("div", {});
  fill(place, lang, context.signal, () => api.neighbours(answer.kind, answer.id, "", "", "", context.signal), (found) =>
    found.counts.length ? found.counts.map((one) => group(context, answer, one)) : [empty(say(lang, "noNeighbours"))]);
  return section(say(lang, "neighbours"), place);
}

function group(context: Context, answer: ApiNode, one: EdgeCount): HTMLElement {
  const lang = context.state.lang;
  const list = h("ul", {});
  const foot = h("p", { class: "more" });
  const page = (cursor: string): void => {
    foot.replaceChildren(say(lang, "loading"));
    api.neighbours(answer.kind, answer.id, one.edge, one.direction, cursor, context.signal).then(
      (found) => add(found),
      (error: unknown) => context.signal.aborted || foot.replaceChildren(failed(error, lang, () => page(cursor))),
    );
  };
  const add = (found: Neighbours): void => {
    list.append(...found.neighbours.map((near) => h("li", {}, to(context, near.kind, near.id, near.name),
      near.past ? h("span", { class: "tag" }, say(lang, "past")) : null)));
    const next = found.next;
    foot.replaceChildren(...(next ? [h("button", { type: "button", onclick: () => page(next) }, say(lang, "more"))] : []));
  };
  const direction = say(lang, one.direction === "out" ? "outgoing" : "incoming");
  return h(
    "details",
    { class: "neighbours", ontoggle: (event: Event) => {
      if ((event.target as HTMLDetailsElement).open && !list.childElementCount) page("");
    } },
    h("summary", {}, captionOf(one, lang), h("span", { class: "tag" }, direction), h("span", { class: "score" }, count(one.count, lang))),
    list, foot,
  );
}

function to(context: Context, kind: string, id: string, name: string): Child {
  const patch = kind === "Segment" ? { segment: id } : kind === "Chain" ? { chain: id } : { node: `${kind}/${id}` };
  return link(name, () => context.go(patch), { title: kindCaption(context, kind) });
}
