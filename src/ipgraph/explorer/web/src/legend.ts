// The legend under the bar: each status with its sign and how many segments have it; the two sorts of edges.

import type { ChainMap, Gap, Legend } from "./api/types";
import { h, s } from "./dom";
import { tally } from "./panel/overview";
import { captionOf, signPath, statusOf } from "./signs";
import { say, type Lang } from "./strings";

export function drawLegend(map: ChainMap, gaps: ReadonlyMap<string, Gap>, legend: Legend, lang: Lang): HTMLElement {
  const counts = new Map(tally(map, gaps, legend).map((one) => [one.status, one.count]));
  const statuses = legend.statuses.map((status) =>
    h(
      "li", { title: lang === "zh" ? status.zh_doc : status.en_doc, "data-status": status.key },
      s("svg", { viewBox: "0 0 16 16", width: 15, height: 15, "aria-hidden": "true" }, signPath(statusOf(legend, status.key))),
      h("span", { style: `color:${status.color}` }, captionOf(status, lang)),
      h("b", {}, String(counts.get(status.key) ?? 0)),
    ),
  );
  const line = (word: "feedEdge" | "returnEdge", kind: string): HTMLElement =>
    h("li", {}, s("svg", { viewBox: "0 0 30 8", width: 30, height: 8, "aria-hidden": "true" }, s("path", { class: kind, d: "M0 4H29" })), say(lang, word));
  const edges = [line("feedEdge", "feed"), ...(map.feeds.some((feed) => feed.back) ? [line("returnEdge", "feed back")] : [])];
  return h("ul", { class: "legend", "aria-label": say(lang, "legend") }, ...statuses, ...edges);
}
