// Figures and names as the reader sees them.

import type { MeasureItem, RegionItem } from "./api/types";
import { say, type Lang } from "./strings";

const LOCALE: Record<Lang, string> = { zh: "zh-CN", en: "en-GB" };

/** A whole number with separators. */
export function count(value: number, lang: Lang): string {
  return value.toLocaleString(LOCALE[lang], { maximumFractionDigits: 0 });
}

/** The value of a measure; an unknown is said to be unknown, never shown as 0. */
export function figure(value: unknown, format: string, lang: Lang): string {
  if (value === null || value === undefined) return say(lang, "unknown");
  if (typeof value === "boolean") return say(lang, value ? "yes" : "no");
  if (typeof value !== "number") return String(value);
  if (format === "count") return count(value, lang);
  if (format === "share") return (value * 100).toLocaleString(LOCALE[lang], { maximumFractionDigits: 1 });
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString(LOCALE[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The same with its sign where it is a share, for sentences. */
export function figureSaid(value: unknown, format: string, lang: Lang): string {
  return figure(value, format, lang) + (format === "share" && typeof value === "number" ? "%" : "");
}

/** Caption, unit and explanation of a measure in one language. */
export function words(measure: MeasureItem, lang: Lang): { caption: string; unit: string; doc: string } {
  return lang === "zh"
    ? { caption: measure.zh, unit: measure.zh_unit, doc: measure.zh_doc }
    // A word stands apart from its number, a sign does not.
    : { caption: measure.en, unit: measure.en_unit.replace(/^(?=[a-z])/i, " "), doc: measure.en_doc };
}

/** The name in a language, Chinese where there is no English one. */
export function nameOf(item: { name: string; name_en?: string | null }, lang: Lang): string {
  return (lang === "en" && item.name_en) || item.name;
}

/** The name of a region; of one that is not known, its code or what is given for it. */
export function regionName(regions: readonly RegionItem[], id: string, lang: Lang, otherwise = id): string {
  const found = regions.find((one) => one.id === id);
  return found ? nameOf(found, lang) : otherwise;
}

/** Several in a row, as a language parts them. */
export function listed(texts: readonly string[], lang: Lang): string {
  return texts.join(say(lang, "comma"));
}

/** The first of some texts that fits a width in ems, else the last. */
export function fitting(texts: readonly string[], width: number): string {
  return texts.find((text) => ems(text) <= width) ?? texts.at(-1) ?? "";
}

/** Width of a text in ems: a Han character or full-width sign is 1, anything else about 0.55. */
export function ems(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.codePointAt(0)! > 0x2e7f ? 1 : 0.55;
  return width;
}

/** A text in at most `most` lines of `width` ems, the last ending in … where something was cut off. */
export function lines(text: string, width: number, most: number): string[] {
  const pieces = text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*/gu) ?? [];
  const made: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line && ems(line + piece.trimEnd()) > width) {
      made.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line) made.push(line.trimEnd());
  const kept = made.slice(0, most).map((one) => cut(one, width));
  const last = kept[most - 1];
  if (made.length > most && last !== undefined && !last.endsWith("…")) kept[most - 1] = cut(`${last}…`, width);
  return kept;
}

function cut(line: string, width: number): string {
  if (ems(line) <= width) return line;
  let short = line.replace(/…$/, "");
  while (short && ems(`${short}…`) > width) short = short.slice(0, -1);
  return `${short}…`;
}
