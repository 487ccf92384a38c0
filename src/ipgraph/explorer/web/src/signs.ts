// The sign beside each status colour, so that no status is told by colour alone. Drawn in a 16 × 16 box.

import type { Legend, StatusItem } from "./api/types";
import { h, s } from "./dom";
import type { Lang } from "./strings";

const SIGNS: Record<string, string> = {
  check: "M3.5 8.5 6.7 11.7 12.7 4.7",
  down: "M8 3v9M4.2 8.4 8 12.2l3.8-3.8",
  open: "M8 3.2a4.8 4.8 0 1 0 .01 0M4.6 11.4l6.8-6.8",
  break: "M2 8h3.4l1.4-4 2.4 8 1.4-4H14",
  lock: "M4 7.5h8v5.5H4zM5.7 7.5V5.6a2.3 2.3 0 0 1 4.6 0v1.9",
  dot: "M8 6.8a1.2 1.2 0 1 0 .01 0",
};
const PLAIN: StatusItem = { key: "", zh: "不详", en: "Unknown", color: "#5b6b7c", sign: "dot", zh_doc: "", en_doc: "" };

/** The status as the legend has it; one it does not know is shown by its own name. */
export function statusOf(legend: Legend, key: string | undefined): StatusItem {
  return legend.statuses.find((status) => status.key === key) ?? (key ? { ...PLAIN, key, zh: key, en: key } : PLAIN);
}

export function captionOf(item: { zh: string; en: string }, lang: Lang): string {
  return lang === "zh" ? item.zh : item.en;
}

/** The path of a sign, to be placed inside an SVG. */
export function signPath(status: StatusItem): SVGPathElement {
  return s("path", {
    d: SIGNS[status.sign] ?? SIGNS["dot"]!, fill: "none", stroke: status.color, "stroke-width": 1.9,
    "stroke-linecap": "round", "stroke-linejoin": "round",
  });
}

/** Sign and caption, for lists and tables. */
export function badge(status: StatusItem, lang: Lang): HTMLElement {
  const icon = s("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" }, signPath(status));
  return h("span", { class: "badge", style: `color:${status.color}` }, icon, captionOf(status, lang));
}
