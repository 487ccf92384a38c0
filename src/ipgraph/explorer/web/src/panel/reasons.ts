// Reasons in words, whose patents, classes and segments lead to them.

import type { Reason } from "../api/types";
import { h, type Child } from "../dom";
import { listed, nameOf } from "../format";
import type { State } from "../state";
import { say } from "../strings";
import type { Context } from "./context";
import { link } from "./parts";

/** The first reasons as a list, the others folded under it. */
export function reasons(context: Context, given: readonly Reason[], most = given.length): HTMLElement {
  const { lang } = context.state;
  const list = (some: readonly Reason[]): HTMLElement =>
    h("ul", { "aria-label": say(lang, "reasons") }, ...some.map((one) => h("li", {}, ...told(context, one))));
  const rest = given.slice(most);
  return h("div", { class: "reasons" }, list(given.slice(0, most)),
    rest.length ? h("details", {}, h("summary", {}, say(lang, "moreReasons", rest.length)), list(rest)) : null);
}

function told(context: Context, reason: Reason): Child[] {
  const { lang } = context.state;
  const text = lang === "zh" ? reason.zh : reason.en;
  const patents = texts(reason["patents"]);
  const ways = new Map<string, Partial<State>>(patents.map((id) => [id, { node: `Patent/${id}` }]));
  for (const id of texts(reason["classes"])) ways.set(id, { node: `TechClass/${id}` });
  for (const id of texts(reason["segments"])) {
    const card = context.map.cards.find((one) => one.id === id);
    if (card) ways.set(nameOf(card, lang), { segment: id });
  }
  const silent = patents.filter((id) => !text.includes(id));
  return [
    ...linked(context, text, ways),
    silent.length ? h("span", { class: "by" }, ...linked(context, listed(silent, lang), ways)) : null,
  ];
}

/** A text in which each name that has a way to it is a link. */
export function linked(context: Context, text: string, ways: ReadonlyMap<string, Partial<State>>): Child[] {
  return pieces(text, [...ways.keys()]).map((piece) => {
    const way = ways.get(piece);
    return way ? link(piece, () => context.go(way)) : piece;
  });
}

/** The text cut before and after each of the names; the longest first, for a number may begin another. */
export function pieces(text: string, names: readonly string[]): string[] {
  if (!names.length) return [text];
  const found = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${found.join("|")})`)).filter(Boolean);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
