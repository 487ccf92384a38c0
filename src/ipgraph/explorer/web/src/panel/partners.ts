// Proposed partners with the reasons for each, held to what is chosen.

import { api } from "../api/client";
import type { Partner, Partners } from "../api/types";
import { h } from "../dom";
import { figure, figureSaid } from "../format";
import { codeCaption } from "../signs";
import { say, type Lang } from "../strings";
import { kindCaption, type Context } from "./context";
import { partnerFilters } from "./partner_filters";
import { empty, fill, link, section } from "./parts";
import { reasons } from "./reasons";
import { counterfactuals, why } from "./why";

const TOP = 20;
/** Partners before the button for more: those whose counterfactuals the service works out. */
const FIRST = 5;
const REASONS = 3;
/** Milliseconds after which it is said why a first answer takes long. */
const PATIENCE = 4000;

/** A section that fills itself with the partners of a holder, a team or a segment. A segment works with nobody: of its
 * partners those that are active in it are marked. */
export function partners(context: Context, who: string, ofSegment = false): HTMLElement {
  const { signal, state: { lang } } = context;
  const place = h("div", { class: "proposed" });
  const filters = partnerFilters(context, ofSegment);
  const test = why(context, (answer) => {
    place.replaceChildren(...drawn(context, answer, ofSegment));
    const found = place.querySelector<HTMLElement>(".without");
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "nearest" });
  });
  let running = new AbortController();
  let shown = "";
  signal.addEventListener("abort", () => running.abort());
  context.follow((state) => {
    filters.show(state);
    const held = filters.held(state);
    const key = Object.values(held).join("\n");
    if (key === shown) return;
    shown = key;
    running.abort();
    running = new AbortController();
    const mine = running.signal;
    test.about(null);
    // As high as before until the answer is here, so that what stands below stays where it is.
    place.style.minHeight = `${place.offsetHeight}px`;
    const slow = setTimeout(() => place.querySelector(".loading")?.replaceChildren(say(lang, "learning")), PATIENCE);
    mine.addEventListener("abort", () => clearTimeout(slow));
    fill(place, lang, mine, () => api.partners({ who, top: TOP, ...held }, mine), (answer) => {
      place.style.minHeight = "";
      if (answer.partners.length) test.about(() => api.partners({ who, top: TOP, ...held, why: "true" }, mine));
      const none = key.trim() ? "noPartnersSuch" : "noPartners";
      return answer.partners.length ? drawn(context, answer, ofSegment) : [empty(say(lang, none))];
    });
  });
  return section(say(lang, "partners"), filters.element, h("div", { class: "beside-list" }, test.element, filters.clear), place);
}

function drawn(context: Context, answer: Partners, ofSegment: boolean): HTMLElement[] {
  const items = answer.partners.map((one) => item(context, one, ofSegment));
  const list = h("ol", { class: "partners" }, ...items.slice(0, FIRST));
  const rest = items.slice(FIRST);
  const note = method(answer, context.state.lang);
  if (!rest.length) return [list, ...note];
  const more = h("button", { type: "button", onclick: () => {
    list.append(...rest);
    rest[0]?.querySelector("button")?.focus();
    more.remove();
  } }, say(context.state.lang, "morePartners", rest.length));
  return [list, h("p", { class: "more" }, more), ...note];
}

function item(context: Context, partner: Partner, ofSegment: boolean): HTMLElement {
  const lang = context.state.lang;
  const relation = ofSegment
    ? partner.new ? null : h("span", { class: "tag new" }, say(lang, "activeHere"))
    : h("span", { class: partner.new ? "tag new" : "tag" }, say(lang, partner.new ? "newPartner" : "oldPartner"));
  return h(
    "li", {},
    h(
      "div", { class: "who" },
      link(partner.name, () => context.go({ node: `${partner.kind}/${partner.id}` })),
      h("span", { class: "score" }, say(lang, "score"), " ", figure(partner.score, "number", lang)),
    ),
    h(
      "div", { class: "tags" },
      h("span", { class: "tag" }, kindCaption(context, partner.kind)), relation, ...chance(context, partner),
      ...partner.roles.map((role) => h("span", { class: "tag role" }, codeCaption(context.legend, "partner_role", role, lang))),
    ),
    h("p", { class: "by made" }, made(partner, lang)),
    reasons(context, partner.reasons, REASONS),
    counterfactuals(context, partner),
  );
}

/** What the rules go by, each part against the best candidate, and the share at home that the score is scaled by. */
function made(partner: Partner, lang: Lang): string {
  const parts = (["complement", "relatedness", "closeness"] as const).map((part) => `${say(lang, part)} ${figure(partner[part], "number", lang)}`);
  return [...parts, `${say(lang, "domestic")} ${figureSaid(partner.domestic, "share", lang)}`].join(" · ");
}

/** How likely it is, as a tag that says of what and within how many months; nothing by rules. */
function chance(context: Context, partner: Partner): HTMLElement[] {
  const lang = context.state.lang;
  const { event, months } = partner.method_note;
  if (partner.probability === null || event === null) return [];
  const title = `${codeCaption(context.legend, "partner_event", event, lang)} · ${say(lang, "withinMonths", months ?? 0)}`;
  // Two digits that say something: a probability may be far below one in a hundred.
  const shown = `${Number((partner.probability * 100).toPrecision(2))} %`;
  return [h("span", { class: "tag probability", title }, `${say(lang, "probability")} ${shown}`)];
}

/** What ranks, and why. */
function method(answer: Partners, lang: Lang): HTMLElement[] {
  return answer.partners.slice(0, 1).map(({ method_note: note }) =>
    h("p", { class: "facts method", role: "note" }, lang === "zh" ? note.zh : note.en));
}
