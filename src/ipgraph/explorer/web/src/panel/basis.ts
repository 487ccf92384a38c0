// Why a segment has its status: every test with its threshold and what was measured.

import type { Gap, Legend, Test } from "../api/types";
import { h } from "../dom";
import { figureSaid, words } from "../format";
import { badge, captionOf, statusOf } from "../signs";
import { say, type Lang } from "../strings";
import { table } from "./parts";

/** Statuses of which one test of several is enough: what fired must be said. */
const ALTERNATIVES = ["fragile", "weak"];

/** A folded table of the tests; the statuses met besides the first stand above it. */
export function basis(gap: Gap, legend: Legend, lang: Lang): HTMLElement {
  const columns = [
    { caption: say(lang, "status") }, { caption: say(lang, "test") },
    { caption: say(lang, "measured"), numeric: true }, { caption: say(lang, "met"), numeric: true },
  ];
  const rows = gap.status_basis.map((test) => [
    badge(statusOf(legend, test.status), lang, true), condition(test, legend, lang), measured(test, legend, lang), test.met ? "✓" : "–",
  ]);
  const also = gap.status_also.map((code) => captionOf(statusOf(legend, code), lang)).join(lang === "zh" ? "、" : ", ");
  return h(
    "details", { class: "basis" },
    h("summary", {}, say(lang, "basis"), also ? h("span", { class: "tag" }, say(lang, "also", also)) : null),
    table(say(lang, "basis"), columns, rows),
  );
}

/** The tests that made the status, where not all of its tests must be met; "" elsewhere. */
export function fired(gap: Gap, legend: Legend, lang: Lang): string {
  if (!ALTERNATIVES.includes(gap.status_code)) return "";
  const met = gap.status_basis.filter((test) => test.status === gap.status_code && test.met && test.measure !== "cut");
  const said = met.map((test) => `${caption(test, legend, lang)} ${measured(test, legend, lang)} ${test.sign} ${threshold(test, legend, lang)}`);
  return said.length ? say(lang, "fired", said.join(lang === "zh" ? "；" : "; ")) : "";
}

/** A test in words; the share of the place is held against the median of its stage. */
export function condition(test: Test, legend: Legend, lang: Lang): string {
  const never = test.measure === "local_share" && test.threshold === 0;
  return `${caption(test, legend, lang)} ${test.sign} ${threshold(test, legend, lang)}${never ? ` (${say(lang, "never")})` : ""}`;
}

function threshold(test: Test, legend: Legend, lang: Lang): string {
  const format = formatOf(test, legend);
  const bound = figureSaid(format === "flag" ? test.threshold === 1 : test.threshold, format, lang);
  return test.measure === "local_share" ? say(lang, "median", bound) : bound;
}

function measured(test: Test, legend: Legend, lang: Lang): string {
  const format = formatOf(test, legend);
  return figureSaid(format === "flag" && test.value !== null ? test.value === 1 : test.value, format, lang);
}

function caption(test: Test, legend: Legend, lang: Lang): string {
  const measure = legend.measures.find((one) => one.key === test.measure);
  return measure ? words(measure, lang).caption : test.measure;
}

function formatOf(test: Test, legend: Legend): string {
  return legend.measures.find((one) => one.key === test.measure)?.format ?? "number";
}
