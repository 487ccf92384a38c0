// The chain as a list: every segment with its status, the ones that need looking at first.

import type { ChainMap, Gap, Legend } from "../api/types";
import { h } from "../dom";
import { count, nameOf } from "../format";
import { badge, captionOf, codeCaption, evidenceTag, statusOf } from "../signs";
import { say } from "../strings";
import { comparison } from "./compare";
import { local } from "../state";
import { advice } from "./advice";
import type { Context } from "./context";
import { empty, facts, link, section, table } from "./parts";
import { report } from "./report";

/** Segments in the order of the legend's statuses, the gravest first, then as they stand on the map. */
export function byUrgency(map: ChainMap, gaps: ReadonlyMap<string, Gap>, legend: Legend): ChainMap["cards"] {
  const codes = legend.statuses.map((status) => status.key);
  const rank = (id: string): number => {
    const at = codes.indexOf(gaps.get(id)?.status_code ?? "");
    return at < 0 ? codes.length : at;
  };
  return [...map.cards].sort((a, b) => rank(a.id) - rank(b.id) || a.column - b.column || a.y - b.y);
}

/** How many segments have each status, in the order of the legend; statuses that do not occur are left out. */
export function tally(map: ChainMap, gaps: ReadonlyMap<string, Gap>, legend: Legend): { status: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const card of map.cards) {
    const status = gaps.get(card.id)?.status_code;
    if (status) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const known = legend.statuses.map((one) => one.key);
  return [...known, ...[...counts.keys()].filter((key) => !known.includes(key))]
    .filter((key) => counts.has(key))
    .map((key) => ({ status: key, count: counts.get(key)! }));
}

export function overview(context: Context): HTMLElement[] {
  const { state, map, gaps, legend } = context;
  const lang = state.lang;
  if (!map.cards.length) return [empty(say(lang, "emptyChain"))];
  const rows = byUrgency(map, gaps, legend).map((card) => {
    const gap = gaps.get(card.id);
    const band = map.bands.find((one) => card.x >= one.x && card.x <= one.x + one.width);
    return [
      h("span", {}, link(nameOf(card, lang), () => context.go({ segment: card.id })), h("span", { class: "by" }, band ? captionOf(band, lang) : "")),
      gap ? h("span", {}, badge(statusOf(legend, gap.status_code), lang, true), " ", evidenceTag(legend, gap, lang), supply(context, gap)) : "…",
      gap ? (local(state) ? `${count(gap.local_patents, lang)} / ${count(gap.patents, lang)}` : count(gap.patents, lang)) : "…",
    ];
  });
  const columns = [
    { caption: say(lang, "segment") }, { caption: say(lang, "status") },
    { caption: say(lang, state.enterprise ? "ownPatents" : state.region ? "localPatents" : "patents"), numeric: true },
  ];
  const said = [
    say(lang, "segments", map.cards.length), map.title ? say(lang, "source", map.title) : "",
    map.as_of ? say(lang, "asOf", map.as_of) : "", say(lang, "version", map.version.slice(0, 12)),
  ];
  return [
    h("h2", { tabindex: -1 }, nameOf(map, lang)),
    facts(...said),
    report(context),
    advice(context),
    section(say(lang, "overview"), table(say(lang, "overview"), columns, rows)),
    comparison(context),
  ];
}

/** Patents and industry side by side, where they do not agree. */
function supply(context: Context, gap: Gap): HTMLElement | null {
  const { legend, state: { lang } } = context;
  const code = gap.supply_demand_code;
  return code && code !== "both" ? h("span", { class: "by" }, codeCaption(legend, "supply_demand_code", code, lang)) : null;
}
