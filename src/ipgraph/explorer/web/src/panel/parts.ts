// Pieces that the panels share: sections, tables, notes while waiting, when empty and when something failed.

import { Failure } from "../api/client";
import { h, type Child } from "../dom";
import { say, type Lang, type Word } from "../strings";

const SHORT = 30;

/** A titled part of a panel. */
export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return h("section", {}, h("h3", {}, title), ...children);
}

/** Facts in one line, those that are empty left out; a short one is not broken. */
export function facts(...texts: readonly string[]): HTMLElement {
  const said = texts.filter(Boolean).map((text) => h("span", { class: text.length < SHORT ? "short" : "" }, text));
  return h("p", { class: "facts" }, ...said.flatMap((one, at) => (at ? [" · ", one] : [one])));
}

export function loading(lang: Lang, word: Word = "loading"): HTMLElement {
  return h("p", { class: "loading", role: "status" }, say(lang, word));
}

export function empty(text: string): HTMLElement {
  return h("p", { class: "empty" }, text);
}

/** What went wrong, in the service's words. */
export function told(error: unknown, lang: Lang): string {
  if (error instanceof Failure) return error.status === 0 ? say(lang, "offline") : lang === "zh" ? error.zh : error.message;
  return error instanceof Error ? error.message : String(error);
}

/** What failed, and a button to try again. */
export function failed(error: unknown, lang: Lang, again: () => void): HTMLElement {
  return h(
    "div", { class: "failed", role: "alert" },
    h("strong", {}, say(lang, "failed")), " ", told(error, lang), " ",
    h("button", { type: "button", onclick: again }, say(lang, "retry")),
  );
}

export interface Column {
  caption: string;
  numeric?: boolean;
}

/** A table whose cells are given row by row. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Child[])[]): HTMLTableElement {
  const align = (at: number): string => (columns[at]?.numeric ? "numeric" : "");
  return h(
    "table", {},
    h("caption", { class: "sr-only" }, caption),
    h("thead", {}, h("tr", {}, ...columns.map((one, at) => h("th", { scope: "col", class: align(at) }, one.caption)))),
    h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell, at) => h("td", { class: align(at) }, cell))))),
  );
}

/** A button that looks like a link and leads somewhere in the page. */
export function link(text: string, act: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  return h("button", { type: "button", class: "link", onclick: act, ...attributes }, text);
}

/** Fill a place when an answer comes; a wait shows at once, a failure can be tried again, an abort is silent. */
export function fill<T>(place: HTMLElement, lang: Lang, signal: AbortSignal, ask: () => Promise<T>, draw: (answer: T) => readonly Child[]): void {
  place.replaceChildren(loading(lang));
  ask().then(
    (answer) => {
      if (!signal.aborted) place.replaceChildren(...draw(answer).filter((one): one is Node => one instanceof Node));
    },
    (error: unknown) => {
      if (!signal.aborted) place.replaceChildren(failed(error, lang, () => fill(place, lang, signal, ask, draw)));
    },
  );
}
