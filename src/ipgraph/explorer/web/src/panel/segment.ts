// A segment: its figures, who is strong there, its patents, and whom to bring in.

import { api } from "../api/client";
import type { Gap, Legend, SegmentAnswer, SegmentItem } from "../api/types";
import { h } from "../dom";
import { count, figure, nameOf, regionName } from "../format";
import { badge, captionOf, codeCaption, evidenceTag, statusOf } from "../signs";
import { where } from "../state";
import { say, type Lang, type Word } from "../strings";
import { kindCaption, type Context } from "./context";
import { basis, fired } from "./basis";
import { event } from "./event";
import { explained } from "./explained";
import { numbers } from "./numbers";
import { empty, facts, fill, link, section, table } from "./parts";
import { partners } from "./partners";
import { patents } from "./patents";

export function segment(context: Context): HTMLElement[] {
  const { state, signal } = context;
  const place = h("div", {});
  fill(place, state.lang, signal, () => api.segment(state.segment, where(state), signal), (answer) => {
    // A feed may lead into another chain: the map follows.
    if (answer.chain !== context.map.id) context.go({ chain: answer.chain, segment: answer.id }, true);
    return drawn(context, answer);
  });
  return [place];
}

function drawn(context: Context, answer: SegmentAnswer): HTMLElement[] {
  const { legend, map, state } = context;
  const { numbers: gap } = answer;
  const lang = state.lang;
  const card = map.cards.find((one) => one.id === answer.id);
  const band = card && map.bands.find((one) => card.x >= one.x && card.x <= one.x + one.width);
  const said = [answer.number ?? "", band ? captionOf(band, lang) : "", gap ? regionName(context.regions, gap.region, lang, gap.region_name) : "", answer.as_of ? say(lang, "asOf", answer.as_of) : ""];
  return [
    h("h2", { tabindex: -1 }, nameOf(answer, lang)),
    facts(...said),
    ...(gap ? [verdict(gap, legend, lang)] : []),
    ...beside(context, "parts", answer.parts), ...beside(context, "upstreamOf", answer.upstream),
    ...beside(context, "downstreamOf", answer.downstream),
    ...(gap ? [section(say(lang, "numbers"), ...figures(context, answer.id, gap), basis(gap, legend, lang))] : []),
    ...(gap || answer.patents.total
      ? [
          section(say(lang, "topHolders"), holders(context, answer)),
          partners(context, answer.id, true),
          event(context, answer.id),
          section(say(lang, "patentList"), patents(context, answer.id, answer.patents)),
          classes(context, answer),
        ]
      : []),
  ];
}

/** The figures, and under them the one that was opened. */
function figures(context: Context, segment: string, gap: Gap): HTMLElement[] {
  const opened = explained(context, segment);
  return [...numbers(gap, context.legend, context.state.lang, opened.show), opened.box];
}

function verdict(gap: Gap, legend: Legend, lang: Lang): HTMLElement {
  const status = statusOf(legend, gap.status_code);
  const doc = lang === "zh" ? status.zh_doc : status.en_doc;
  const why = fired(gap, legend, lang);
  return h("p", { class: "verdict", style: `border-color:${status.color}` }, badge(status, lang), " ", evidenceTag(legend, gap, lang), " ", doc, why ? h("span", { class: "fired" }, why) : null,
    gap.supply_demand_code ? h("span", { class: "fired" }, say(lang, "supplyDemand", codeCaption(legend, "supply_demand_code", gap.supply_demand_code, lang))) : null);
}

/** A row of links to segments next to this one; why, on hovering. */
function beside(context: Context, word: Word, others: readonly (SegmentItem & { reason?: string | null })[]): HTMLElement[] {
  const lang = context.state.lang;
  if (!others.length) return [];
  const links = others.map((one) => link(nameOf(one, lang), () => context.go({ segment: one.id }), one.reason ? { title: one.reason } : {}));
  return [h("p", { class: "beside" }, h("span", {}, say(lang, word)), ...links)];
}

function holders(context: Context, answer: SegmentAnswer): HTMLElement {
  const lang = context.state.lang;
  if (!answer.top_holders.length) return empty(say(lang, "noHolders"));
  const columns = [
    { caption: say(lang, "holder") }, { caption: say(lang, "kind") },
    { caption: say(lang, "weighted"), numeric: true }, { caption: `${say(lang, "share")} %`, numeric: true },
  ];
  const rows = answer.top_holders.map((one) => [
    h("span", {}, link(one.name, () => context.go({ node: `${one.kind}/${one.id}` })),
      one.local ? h("span", { class: "tag new" }, say(lang, "local")) : null),
    h("span", { class: "short" }, kindCaption(context, one.kind)), figure(one.weighted, "number", lang), figure(one.share, "share", lang),
  ]);
  return table(say(lang, "topHolders"), columns, rows);
}

function classes(context: Context, answer: SegmentAnswer): HTMLElement {
  const lang = context.state.lang;
  const box = section(say(lang, "classes"), h("ul", { class: "classes" }, ...answer.classes.map((one) =>
    h("li", {}, link(one.id, () => context.go({ node: `TechClass/${one.id}` })), " ",
      (lang === "en" ? one.title_en : (one.title_zh ?? one.title_en)) ?? "",
      h("span", { class: "score" }, say(lang, "pieces", count(one.patents, lang)))))));
  box.hidden = answer.classes.length === 0;
  return box;
}
