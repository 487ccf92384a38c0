// A segment: its figures, who is strong there, its patents, and whom to bring in.

import { api } from "../api/client";
import type { SegmentAnswer } from "../api/types";
import { h } from "../dom";
import { count, figure, nameOf } from "../format";
import { badge, captionOf, statusOf } from "../signs";
import { say, type Word } from "../strings";
import { kindCaption, type Context } from "./context";
import { basis } from "./basis";
import { numbers } from "./numbers";
import { empty, fill, link, section, table } from "./parts";
import { partners } from "./partners";
import { patents } from "./patents";

export function segment(context: Context): HTMLElement[] {
  const { state, signal } = context;
  const place = h("div", {});
  fill(place, state.lang, signal, () => api.segment(state.segment, state.region, signal), (answer) => drawn(context, answer));
  return [place];
}

function drawn(context: Context, answer: SegmentAnswer): HTMLElement[] {
  const { legend, state } = context;
  const lang = state.lang;
  const status = statusOf(legend, answer.numbers.status_code);
  const card = context.map.cards.find((one) => one.id === answer.id);
  const band = card && context.map.bands.find((one) => card.x >= one.x && card.x <= one.x + one.width);
  const facts = [answer.number, band ? captionOf(band, lang) : "", answer.numbers.region_name, answer.as_of ? say(lang, "asOf", answer.as_of) : ""];
  return [
    h("h2", { tabindex: -1 }, nameOf(answer, lang)),
    h("p", { class: "facts" }, facts.filter(Boolean).join(" · ")),
    h("p", { class: "verdict", style: `border-color:${status.color}` }, badge(status, lang), " ",
      lang === "zh" ? status.zh_doc : status.en_doc),
    ...beside(context, answer.id),
    section(say(lang, "numbers"), numbers(answer.numbers, legend, lang), basis(answer.numbers, legend, lang)),
    section(say(lang, "topHolders"), holders(context, answer)),
    section(say(lang, "patentList"), patents(context, answer.id, answer.patents)),
    partners(context, answer.id, ""),
  ];
}

/** What feeds the segment and what it feeds, as links. */
function beside(context: Context, id: string): HTMLElement[] {
  const { map, state } = context;
  const named = new Map([...map.frames, ...map.cards].map((one) => [one.id, nameOf(one, state.lang)]));
  const row = (word: Word, ids: string[]): HTMLElement | null =>
    ids.length
      ? h("p", { class: "beside" }, h("span", {}, say(state.lang, word)),
          ...ids.map((one) => link(named.get(one) ?? one, () => context.go({ segment: one }))))
      : null;
  return [
    row("upstreamOf", map.feeds.filter((feed) => feed.target === id).map((feed) => feed.source)),
    row("downstreamOf", map.feeds.filter((feed) => feed.source === id).map((feed) => feed.target)),
  ].filter((one) => one !== null);
}

function holders(context: Context, answer: SegmentAnswer): HTMLElement {
  const lang = context.state.lang;
  if (!answer.top_holders.length) return empty(say(lang, "noHolders"));
  const columns = [
    { caption: say(lang, "holder") }, { caption: say(lang, "kind") },
    { caption: say(lang, "patents"), numeric: true }, { caption: `${say(lang, "share")} %`, numeric: true },
  ];
  const rows = answer.top_holders.map((one) => [
    link(one.name, () => context.go({ node: `${one.kind}/${one.id}` })),
    kindCaption(context, one.kind), count(one.patents, lang), figure(one.share, "share", lang),
  ]);
  return table(say(lang, "topHolders"), columns, rows);
}

