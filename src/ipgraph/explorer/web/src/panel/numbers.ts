// The figures of a segment, each with caption, unit and explanation.

import type { Gap, Legend, MeasureItem } from "../api/types";
import { h } from "../dom";
import { figure, words } from "../format";
import { say, type Lang } from "../strings";

/** The measures of the legend that the row has a column for. */
export function present(gap: Gap, legend: Legend): MeasureItem[] {
  return legend.measures.filter((measure) => measure.key in gap);
}

export function numbers(gap: Gap, legend: Legend, lang: Lang): HTMLElement {
  return h("dl", { class: "numbers" }, ...present(gap, legend).map((measure) => number(measure, gap[measure.key], lang)));
}

function number(measure: MeasureItem, value: unknown, lang: Lang): HTMLElement {
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
    h("dd", {}, figure(value, measure.format, lang), unit && known ? h("span", { class: "unit" }, unit) : null),
  );
}
