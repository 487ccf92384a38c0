// The patents of a segment, a page at a time.

import { api } from "../api/client";
import type { PatentItem, Patents } from "../api/types";
import { h, type Child } from "../dom";
import { count, figureSaid, listed } from "../format";
import { codeCaption } from "../signs";
import { where } from "../state";
import { say, type Lang } from "../strings";
import type { Context } from "./context";
import { empty, failed, link, table } from "./parts";

/** The first page as a table, and a button that adds the next; of all patents, or of those behind a measure. */
export function patents(context: Context, segment: string, first: Patents, measure = ""): HTMLElement {
  const { lang } = context.state;
  if (!first.patents.length) return empty(say(lang, "noPatents"));
  const row = (one: PatentItem): Child[] => [
    h("span", {},
      link(one.title ?? one.id, () => context.go({ node: `Patent/${one.id}` })),
      h("span", { class: "by" }, [one.id, listed(one.holders, lang)].filter(Boolean).join(" · ")),
      placed(context, one)),
    h("span", {}, one.filed_on ?? "—",
      h("span", { class: "by" }, one.status ? codeCaption(context.legend, "status", one.status, lang) : say(lang, "statusUnknown"))),
  ];
  const columns = [{ caption: say(lang, "patentTitle") }, { caption: `${say(lang, "filedOn")} / ${say(lang, "legalStatus")}` }];
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

/** What placed the patent in the segment, folded: a rule, or its text. */
function placed(context: Context, one: PatentItem): Child {
  const { said, found } = decided(one, context.state.lang);
  if (!said) return null;
  return found
    ? h("details", { class: "rule" }, h("summary", {}, said), found)
    : h("span", { class: "by" }, said);
}

/** In words what decided, and what was found: class pattern and words of a rule, or the words that speak for it. */
export function decided(one: PatentItem, lang: Lang): { said: string; found: string } {
  const words = listed(one.words ?? [], lang);
  if (one.basis === "text") {
    const said = say(lang, "byText", figureSaid(one.score, "share", lang));
    return { said, found: words && say(lang, "textWords", words) };
  }
  if (!one.rule) return { said: "", found: "" };
  const found = [one.pattern && say(lang, "rulePattern", one.pattern), words && say(lang, "ruleWords", words)];
  return { said: say(lang, "rule", one.rule), found: found.filter(Boolean).join(" · ") };
}
