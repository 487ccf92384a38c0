// The figures of a segment, each with caption, unit and explanation.

import type { Gap, Legend, MeasureItem } from "../api/types";
import { h } from "../dom";
import { figure, words } from "../format";
import { say, type Lang } from "../strings";
import { link } from "./parts";

/** The measures of the legend that the row has a column for. */
export function present(gap: Gap, legend: Legend): MeasureItem[] {
  return legend.measures.filter((measure) => measure.key in gap);
}

/** The key figures, and the others folded under them; a click on a value opens it. */
export function numbers(gap: Gap, legend: Legend, lang: Lang, open: (measure: MeasureItem) => void): HTMLElement[] {
  const list = (main: boolean): HTMLElement =>
    h("dl", { class: "numbers" }, ...present(gap, legend).filter((one) => one.main === main).map((one) => number(one, gap[one.key], lang, open)));
  return [list(true), h("details", { class: "basis" }, h("summary", {}, say(lang, "moreNumbers")), list(false))];
}

function number(measure: MeasureItem, value: unknown, lang: Lang, open: (measure: MeasureItem) => void): HTMLElement {
  const { caption, unit, doc } = words(measure, lang);
  const known = value !== null && value !== undefined && typeof value !== "boolean";
  const id = `about-${measure.key}`;
  return h(
    "div", { "data-measure": measure.key },
    h(
      "dt", {}, caption,
      h(
        "span", { class: "about" },
        h("button", { type: "button", "aria-label": say(lang, "whatIsThis", caption), "aria-describedby": id }, "?"),
        h("span", { class: "tip", role: "tooltip", id }, doc),
      ),
    ),
    h("dd", {}, link(figure(value, measure.format, lang), () => open(measure), { title: say(lang, "openNumber", caption) }), unit && known ? h("span", { class: "unit" }, unit) : null),
  );
}
