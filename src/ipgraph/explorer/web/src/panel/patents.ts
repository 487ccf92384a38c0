// The patents of a segment, a page at a time.

import { api } from "../api/client";
import type { PatentItem, Patents } from "../api/types";
import { h, type Child } from "../dom";
import { count } from "../format";
import { codeCaption } from "../signs";
import { where } from "../state";
import { say } from "../strings";
import type { Context } from "./context";
import { empty, failed, link, table } from "./parts";

/** The first page as a table, and a button that adds the next; of all patents, or of those behind a measure. */
export function patents(context: Context, segment: string, first: Patents, measure = ""): HTMLElement {
  const { lang } = context.state;
  if (!first.patents.length) return empty(say(lang, "noPatents"));
  const row = (one: PatentItem): Child[] => [
    h("span", {},
      link(one.title ?? one.id, () => context.go({ node: `Patent/${one.id}` })),
      h("span", { class: "by" }, [one.id, one.holders.join("、")].filter(Boolean).join(" · ")),
      rule(context, one)),
    one.filed_on ?? "—",
    one.status ? codeCaption(context.legend, "status", one.status, lang) : say(lang, "unknown"),
  ];
  const columns = (["patentTitle", "filedOn", "legalStatus"] as const).map((word) => ({ caption: say(lang, word) }));
  const made = table(say(lang, "patentList"), columns, first.patents.map(row));
  const body = made.tBodies[0]!;
  made.classList.add("patents");
  const foot = h("p", { class: "more" });
  const box = h("div", {}, made, foot);
  const offer = (page: Patents): void => {
    const shown = say(lang, "shown", count(body.rows.length, lang), count(page.total, lang));
    const next = page.next;
    foot.replaceChildren(
      h("span", { role: "status" }, shown),
      ...(next ? [h("button", { type: "button", onclick: () => add(next) }, say(lang, "more"))] : []),
    );
  };
  const add = (cursor: string): void => {
    foot.replaceChildren(say(lang, "loading"));
    api.patents(segment, cursor, context.signal, measure, measure ? where(context.state) : undefined).then(
      (page) => {
        body.append(...page.patents.map((one) => h("tr", {}, ...row(one).map((cell) => h("td", {}, cell)))));
        offer(page);
      },
      (error: unknown) => context.signal.aborted || foot.replaceChildren(failed(error, lang, () => add(cursor))),
    );
  };
  offer(first);
  return box;
}

/** The rule that fired, folded: the class pattern and the words that were found under it. */
function rule(context: Context, one: PatentItem): Child {
  const lang = context.state.lang;
  if (!one.rule) return null;
  const found = [
    one.pattern ? say(lang, "rulePattern", one.pattern) : "",
    one.words?.length ? say(lang, "ruleWords", one.words.join("、")) : "",
  ].filter(Boolean).join(" · ");
  return found
    ? h("details", { class: "rule" }, h("summary", {}, say(lang, "rule", one.rule)), found)
    : h("span", { class: "by" }, say(lang, "rule", one.rule));
}
