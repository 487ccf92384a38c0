// A research team: who is in it, what became of it, what it works on, and with whom in industry.

import { api } from "../api/client";
import type { TeamDetail } from "../api/types";
import { h } from "../dom";
import { count, figure, nameOf } from "../format";
import { say } from "../strings";
import type { Context } from "./context";
import { fill, link, section, table } from "./parts";
import { partners } from "./partners";

const WORKS_SHOWN = 12;
const ROLES = { core: "core", fringe: "fringe" } as const;
const STATES = {
  new: "teamNew", continuing: "teamContinuing", merged: "teamMerged", split: "teamSplit", dissolved: "teamDissolved",
} as const;

/** A place that fills itself with what is known of the team, and with its partners. */
export function team(context: Context, id: string): HTMLElement {
  const place = h("div", {});
  fill(place, context.state.lang, context.signal, () => api.team(id, context.signal), (answer) => drawn(context, answer));
  return place;
}

function drawn(context: Context, answer: TeamDetail): HTMLElement[] {
  const lang = context.state.lang;
  const to = (kind: string, id: string, name: string): HTMLElement => link(name, () => context.go({ node: `${kind}/${id}` }));
  const people = answer.people.map((one) => [
    h("span", {}, to("Person", one.id, one.name),
      h("span", { class: one.role === "core" ? "tag new" : "tag" }, say(lang, one.id === answer.leader ? "leader" : ROLES[one.role]))),
    count(one.patents, lang), figure(one.share, "share", lang),
  ]);
  const associates = answer.associates.map((one) => [
    h("span", {}, to("Person", one.id, one.name), one.team ? h("span", { class: "by" }, to("Team", one.team, say(lang, "ownTeam"))) : null),
    count(one.patents, lang), figure(one.membership, "share", lang),
  ]);
  const served = answer.served.map((one) => [
    link(nameOf(one, lang), () => context.go({ ...(one.chain ? { chain: one.chain } : {}), segment: one.id })),
    count(one.patents, lang), figure(one.weighted, "number", lang),
  ]);
  const industry = answer.industry.map((one) => [to("Enterprise", one.id, one.name), count(one.held, lang), count(one.deals, lang)]);
  const works = answer.works.slice(0, WORKS_SHOWN).map((one) => [
    h("span", {}, to("Patent", one.id, one.title ?? one.id), one.title ? h("span", { class: "by" }, one.id) : null),
    String(one.year ?? "–"), figure(one.quality, "number", lang),
  ]);
  const patents = { caption: say(lang, "patents"), numeric: true };
  const weighted = { caption: say(lang, "weighted"), numeric: true };
  return [
    section(say(lang, "members"), table(say(lang, "members"),
      [{ caption: say(lang, "member") }, patents, { caption: `${say(lang, "share")} %`, numeric: true }], people)),
    ...(associates.length ? [section(say(lang, "associates"), table(say(lang, "associates"),
      [{ caption: say(lang, "member") }, patents, { caption: say(lang, "inTeam"), numeric: true }], associates))] : []),
    ...(answer.history.length ? [section(say(lang, "history"), history(context, answer))] : []),
    ...(served.length ? [section(say(lang, "servedSegments"), table(say(lang, "servedSegments"),
      [{ caption: say(lang, "segment") }, patents, weighted], served))] : []),
    ...(industry.length ? [section(say(lang, "industryPartners"), table(say(lang, "industryPartners"),
      [{ caption: say(lang, "holder") }, { caption: say(lang, "heldTogether"), numeric: true },
       { caption: say(lang, "dealsWith"), numeric: true }], industry))] : []),
    ...(answer.topics.length ? [section(say(lang, "classes"), h("ul", { class: "classes" }, ...answer.topics.map((one) =>
      h("li", {}, to("TechClass", one.id, one.id), " ", (lang === "en" ? one.title_en : (one.title_zh ?? one.title_en)) ?? "",
        h("span", { class: "score" }, say(lang, "pieces", count(one.patents, lang)))))))] : []),
    partners(context, answer.id),
    ...(works.length ? [section(say(lang, "patentList"), table(say(lang, "patentList"),
      [{ caption: say(lang, "titleAndNumber") }, { caption: say(lang, "year"), numeric: true }, { caption: say(lang, "quality"), numeric: true }], works))] : []),
  ];
}

/** The team by windows of years: new, continuing, merged, split, dissolved. */
function history(context: Context, answer: TeamDetail): HTMLElement {
  const lang = context.state.lang;
  return h("ol", { class: "history" }, ...answer.history.map((one) => h("li", {},
    h("strong", {}, one.first === one.last ? String(one.first) : `${one.first}–${one.last}`), " ", say(lang, STATES[one.state]),
    one.members.length ? h("span", { class: "by" }, say(lang, "people", one.members.length, count(one.patents, lang))) : null)));
}
