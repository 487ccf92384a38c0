// The board of two dates: statuses that changed, and the key figures of the segments that moved.

import type { Compared } from "../api/types";
import { api } from "../api/client";
import { h } from "../dom";
import { count, figureSaid, nameOf } from "../format";
import { badge, captionOf, statusOf } from "../signs";
import { say } from "../strings";
import type { Context } from "./context";
import { fill, link, section, table } from "./parts";

/** Years between which one looks first: ten, ending two before the data, which are not all published yet. */
const SPAN = 10;
const LAG = 2;

export function comparison(context: Context): HTMLElement {
  const { state, map } = context;
  const lang = state.lang;
  const last = Number((map.as_of ?? "").slice(0, 4) || new Date().getFullYear()) - LAG;
  const year = (id: string, value: number): HTMLInputElement =>
    h("input", { id, type: "text", inputmode: "numeric", size: 10, maxlength: 10, value });
  const [from, to] = [year("compare-from", last - SPAN), year("compare-to", last)];
  const found = h("div", { class: "compared", "aria-live": "polite" });
  const form = h(
    "form",
    {
      class: "compare",
      onsubmit: (event: Event) => {
        event.preventDefault();
        fill(found, lang, context.signal, () => api.compare(map.id, from.value.trim(), to.value.trim(), state.region, context.signal),
             (answer) => shown(context, answer));
      },
    },
    h("label", { for: from.id }, say(lang, "from")), from, h("label", { for: to.id }, say(lang, "to")), to,
    h("button", { type: "submit" }, say(lang, "compareNow")),
  );
  return section(say(lang, "compare"), form, found);
}

function shown(context: Context, answer: Compared): HTMLElement[] {
  const { legend, state: { lang } } = context;
  const facts = [
    say(lang, "compared", answer.from, answer.to, count(answer.patents_from, lang), count(answer.patents_to, lang)),
    answer.undated ? say(lang, "undated", count(answer.undated, lang)) : "",
    answer.reason ? answer.reason[lang] : "",
  ];
  const main = new Map(legend.measures.filter((one) => one.main).map((one) => [one.key, one]));
  const statuses = answer.moves.filter((move) => move.measure === "status_code");
  const figures = answer.moves.filter((move) => main.has(move.measure));
  const rows = [...statuses, ...figures].map((move) => {
    const measure = main.get(move.measure);
    const end = (value: unknown): Node | string =>
      measure ? figureSaid(value, measure.format, lang) : badge(statusOf(legend, String(value)), lang, true);
    return [
      h("span", {}, link(nameOf(move, lang), () => context.go({ segment: move.segment })),
        h("span", { class: "by" }, measure ? captionOf(measure, lang) : say(lang, "status"))),
      end(move.before), end(move.after),
    ];
  });
  const columns = [{ caption: say(lang, "segment") }, { caption: answer.from, numeric: true }, { caption: answer.to, numeric: true }];
  const said = h("p", { class: "facts" }, facts.filter(Boolean).join(" · "));
  return rows.length ? [said, table(say(lang, "compare"), columns, rows)] : [said];
}
