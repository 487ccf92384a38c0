// The sign beside each status colour, so that no status is told by colour alone. Drawn in a 16 × 16 box.

import type { EvidenceItem, Gap, Legend, StatusItem } from "./api/types";
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
const PLAIN: StatusItem = { key: "", zh: "不详", en: "Unknown", en_short: "Unknown", color: "#5b6b7c", sign: "dot", zh_doc: "", en_doc: "" };

/** The status as the legend has it; one it does not know is shown by its own name. */
export function statusOf(legend: Legend, key: string | undefined): StatusItem {
  return legend.statuses.find((status) => status.key === key) ?? (key ? { ...PLAIN, key, zh: key, en: key, en_short: key } : PLAIN);
}

export function captionOf(item: { zh: string; en: string }, lang: Lang): string {
  return lang === "zh" ? item.zh : item.en;
}

/** The caption of a status where there is little room. */
export function shortCaption(status: StatusItem, lang: Lang): string {
  return lang === "zh" ? status.zh : status.en_short;
}

/** Where a row rests on little: the legend's entry; null where there is enough. */
export function evidenceOf(legend: Legend, gap: Gap | undefined): EvidenceItem | null {
  return legend.evidence.find((one) => one.key === gap?.evidence) ?? null;
}

/** A coded value of a property in words; one that the legend does not know is shown as it is. */
export function codeCaption(legend: Legend, property: string, value: string, lang: Lang): string {
  const item = legend.codes.find((one) => one.property === property && one.key === value);
  return item ? captionOf(item, lang) : value;
}

/** The path of a sign, to be placed inside an SVG. */
export function signPath(status: StatusItem): SVGPathElement {
  return s("path", {
    d: SIGNS[status.sign] ?? SIGNS["dot"]!, fill: "none", stroke: status.color, "stroke-width": 1.9,
    "stroke-linecap": "round", "stroke-linejoin": "round",
  });
}

/** Sign and caption, for lists and tables; `short` where there is little room. */
export function badge(status: StatusItem, lang: Lang, short = false): HTMLElement {
  const icon = s("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" }, signPath(status));
  return h("span", { class: "badge", style: `color:${status.color}` }, icon, short ? shortCaption(status, lang) : captionOf(status, lang));
}

/** That a row rests on little, as a tag; nothing where there is enough. */
export function evidenceTag(legend: Legend, gap: Gap | undefined, lang: Lang): HTMLElement | null {
  const evidence = evidenceOf(legend, gap);
  return evidence && h("span", { class: "tag", title: lang === "zh" ? evidence.zh_doc : evidence.en_doc }, captionOf(evidence, lang));
}
