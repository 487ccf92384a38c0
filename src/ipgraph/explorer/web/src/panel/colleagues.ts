// With whom an inventor works closely, whatever the team.

import { api } from "../api/client";
import { h } from "../dom";
import { count, figure } from "../format";
import { say } from "../strings";
import type { Context } from "./context";
import { fill, link, section, table } from "./parts";

/** A section that fills itself, and is not there for who invented with nobody. */
export function colleagues(context: Context, who: string): HTMLElement {
  const { signal, state: { lang } } = context;
  const place = h("div", {});
  const box = section(say(lang, "colleagues"), place);
  fill(place, lang, signal, () => api.colleagues(who, signal), (answer) => {
    box.hidden = answer.colleagues.length === 0;
    const rows = answer.colleagues.map((one) => [
      h("span", {}, link(one.name, () => context.go({ node: `Person/${one.id}` })),
        one.same_team ? h("span", { class: "tag new" }, say(lang, "sameTeam")) : null,
        h("span", { class: "by" }, [one.home_name, one.years.length ? `${one.years[0]}–${one.years[1]}` : ""].filter(Boolean).join(" · "))),
      count(one.patents, lang), figure(one.share, "share", lang),
    ]);
    return [table(say(lang, "colleagues"),
      [{ caption: say(lang, "member") }, { caption: say(lang, "patents"), numeric: true }, { caption: say(lang, "jointShare"), numeric: true }], rows)];
  });
  return box;
}
