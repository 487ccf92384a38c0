// Why a segment has its status: every test with its threshold and what was measured.

import type { Gap, Legend } from "../api/types";
import { h } from "../dom";
import { figure, words } from "../format";
import { badge, captionOf, statusOf } from "../signs";
import { say, type Lang } from "../strings";
import { table } from "./parts";

/** A folded table of the tests; the statuses met besides the first stand above it. */
export function basis(gap: Gap, legend: Legend, lang: Lang): HTMLElement {
  const columns = [
    { caption: say(lang, "status") }, { caption: say(lang, "test") },
    { caption: say(lang, "measured"), numeric: true }, { caption: say(lang, "met"), numeric: true },
  ];
  const rows = gap.status_basis.map((test) => {
    const measure = legend.measures.find((one) => one.key === test.measure);
    const format = measure?.format ?? "number";
    const value = format === "flag" ? test.value === null ? null : test.value === 1 : test.value;
    const bound = format === "flag" ? test.threshold === 1 : test.threshold;
    return [
      badge(statusOf(legend, test.status), lang),
      `${measure ? words(measure, lang).caption : test.measure} ${test.sign} ${figure(bound, format, lang)}`,
      figure(value, format, lang), test.met ? "✓" : "–",
    ];
  });
  const also = gap.status_also.map((code) => captionOf(statusOf(legend, code), lang)).join("、");
  return h(
    "details", { class: "basis" },
    h("summary", {}, say(lang, "basis"), also ? h("span", { class: "tag" }, say(lang, "also", also)) : null),
    table(say(lang, "basis"), columns, rows),
  );
}
