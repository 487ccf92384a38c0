// Proposed partners with the reasons for each.

import { api } from "../api/client";
import type { Partner, Partners, Reason } from "../api/types";
import { h } from "../dom";
import { figure } from "../format";
import { codeCaption } from "../signs";
import { say, type Lang } from "../strings";
import { kindCaption, type Context } from "./context";
import { empty, fill, link, section } from "./parts";

const TOP = 8;

/** A section that fills itself with the partners of a holder or a segment. A segment works with nobody: of its partners
 * those that are active in it are marked. */
export function partners(context: Context, who: string, ofSegment = false): HTMLElement {
  const lang = context.state.lang;
  const place = h("div", {});
  fill(place, lang, context.signal, () => api.partners(who, "", TOP, context.signal), (answer) => [list(context, answer, ofSegment)]);
  return section(say(lang, "partners"), place);
}

function list(context: Context, answer: Partners, ofSegment: boolean): HTMLElement {
  if (!answer.partners.length) return empty(say(context.state.lang, "noPartners"));
  return h("ol", { class: "partners" }, ...answer.partners.map((one) => item(context, one, ofSegment)));
}

function item(context: Context, partner: Partner, ofSegment: boolean): HTMLElement {
  const lang = context.state.lang;
  return h(
    "li", {},
    h(
      "div", { class: "who" },
      link(partner.name, () => context.go({ node: `${partner.kind}/${partner.id}` })),
      h("span", { class: "tag" }, kindCaption(context, partner.kind)),
      ofSegment
        ? partner.new ? null : h("span", { class: "tag new" }, say(lang, "activeHere"))
        : h("span", { class: partner.new ? "tag new" : "tag" }, say(lang, partner.new ? "newPartner" : "oldPartner")),
      ...partner.roles.map((role) => h("span", { class: "tag role" }, codeCaption(context.legend, "partner_role", role, lang))),
      h("span", { class: "score", title: say(lang, "score") }, figure(partner.score, "number", lang)),
    ),
    reasons(partner.reasons, lang),
  );
}

export function reasons(given: readonly Reason[], lang: Lang): HTMLElement {
  return h("ul", { "aria-label": say(lang, "reasons") }, ...given.map((one) => h("li", {}, lang === "zh" ? one.zh : one.en)));
}
