// One number of a segment taken apart: formula, sums, holders, and the patents behind it.

import { api } from "../api/client";
import type { Explained, MeasureItem, Number as Told, Patents } from "../api/types";
import { h } from "../dom";
import { figure, listed, words } from "../format";
import { where } from "../state";
import { say } from "../strings";
import type { Context } from "./context";
import { empty, fill, link } from "./parts";
import { patents } from "./patents";

export interface Opened {
  box: HTMLElement;
  show: (measure: MeasureItem) => void;
}

/** A place under the figures, and what opens a figure there; the answer is asked for once. */
export function explained(context: Context, segment: string): Opened {
  const { state, signal } = context;
  const box = h("div", { class: "explained", "aria-live": "polite" });
  box.hidden = true;
  let answer: Promise<Explained> | null = null;
  const ask = async (measure: MeasureItem): Promise<[Told, Patents | null]> => {
    answer ??= api.explain(segment, where(state), signal);
    const number = (await answer.catch((error: unknown) => { answer = null; throw error; })).numbers.find((one) => one.measure === measure.key);
    if (!number) throw new Error(measure.key);
    return [number, number.total ? await api.patents(segment, "", signal, measure.key, where(state)) : null];
  };
  const show = (measure: MeasureItem): void => {
    box.hidden = false;
    fill(box, state.lang, signal, () => ask(measure), ([number, page]) => drawn(context, segment, measure, number, page));
    box.scrollIntoView({ block: "nearest" });
  };
  return { box, show };
}

function drawn(context: Context, segment: string, measure: MeasureItem, number: Told, page: Patents | null): HTMLElement[] {
  const lang = context.state.lang;
  const { caption, unit } = words(measure, lang);
  const { formula } = number;
  const lines: [string, string][] = [];
  if (formula[lang]) lines.push([say(lang, "formula"), formula[lang]]);
  if (formula[lang] && formula.worked !== formula[lang]) lines.push([say(lang, "sums"), formula.worked]);
  return [
    h("h4", {}, `${caption} = ${figure(number.value, measure.format, lang)}${unit}`),
    h("dl", { class: "properties" }, ...lines.flatMap(([name, text]) => [h("dt", {}, name), h("dd", {}, text)])),
    ...(number.holders.length > 1 ? [h("p", { class: "beside" }, h("span", {}, say(lang, "behind")), ...number.holders.map((one) =>
      link(`${one.name}${one.through.length ? say(lang, "withMembers", listed(one.through, lang)) : ""} ${figure(one.share, "number", lang)}`, () => context.go({ node: `${one.kind}/${one.id}` }))))] : []),
    page ? patents(context, segment, page, measure.key) : empty(say(lang, "noneBehind")),
  ];
}
