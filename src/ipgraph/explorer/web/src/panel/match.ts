// A need in words, and what answers it: patents, then the teams and organisations behind them, with reasons.

import { api } from "../api/client";
import type { Match, Matches } from "../api/types";
import { h } from "../dom";
import { figure, nameOf, regionName } from "../format";
import { codeCaption } from "../signs";
import { EMPTY } from "../state";
import { say, type Word } from "../strings";
import { kindCaption, type Context } from "./context";
import { empty, fill, link, section } from "./parts";
import { reasons } from "./reasons";

const TOP = 5;
const KINDS = ["Patent", "Team", "Institution", "Enterprise"] as const;
/** Filters with the codes that each takes and the property whose captions they bear. */
const FILTERS = {
  status: { word: "legalStatus", codes: ["active", "pending", "ended"], property: "status" },
  licence: { word: "onOffer", codes: ["open_licence", "convertible", "any"], property: "" },
  owner: { word: "ownedBy", codes: ["institution", "enterprise", "person"], property: "" },
} as const satisfies Record<string, { word: Word; codes: readonly string[]; property: string }>;
/** Captions of codes that are no property of a node. */
const CAPTIONS: Record<string, Word> = {
  open_licence: "openLicence", convertible: "convertible", any: "eitherOffer", institution: "institution",
  enterprise: "enterprise", person: "person",
};
type Filter = keyof typeof FILTERS;

export function match(context: Context): HTMLElement[] {
  const { state, signal } = context;
  const lang = state.lang;
  const place = h("div", { class: "matches", "aria-live": "polite" });
  if (state.need) {
    fill(place, lang, signal, () => api.match({
      text: state.need, top: TOP, region: state.region || null, status: known(FILTERS.status.codes, state.status),
      licence: known(FILTERS.licence.codes, state.licence), owner: known(FILTERS.owner.codes, state.owner),
    }, signal), (answer) => drawn(context, answer));
  }
  return [h("h2", { tabindex: -1 }, say(lang, "match")), form(context), place];
}

/** A code out of the address bar; a stranger filters nothing. */
function known<T extends string>(codes: readonly T[], value: string): T | null {
  return codes.find((code) => code === value) ?? null;
}

function form(context: Context): HTMLElement {
  const { state } = context;
  const lang = state.lang;
  const text = h("textarea", { id: "need", rows: 4, maxlength: 20000, placeholder: say(lang, "needHint") });
  text.value = state.need;
  const chosen = (Object.keys(FILTERS) as Filter[]).map((name) => [name, filter(context, name)] as const);
  const ask = (): void => {
    const held = Object.fromEntries(chosen.map(([name, select]) => [name, select.value]));
    context.go({ need: text.value.trim(), ...held });
  };
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask();
  });
  return h(
    "form", { class: "need", onsubmit: (event: Event) => (event.preventDefault(), ask()) },
    h("label", { for: "need" }, say(lang, "need")), text,
    h("div", { class: "filters" }, ...chosen.map(([name, select]) =>
      h("label", {}, say(lang, FILTERS[name].word), " ", select)),
      h("button", { type: "submit", class: "act" }, say(lang, "findMatches"))),
    state.region ? h("p", { class: "facts" }, say(lang, "inRegion", regionName(context.regions, state.region, lang))) : null,
  );
}

function filter(context: Context, name: Filter): HTMLSelectElement {
  const { word, codes, property } = FILTERS[name];
  const lang = context.state.lang;
  const caption = (code: string): string => property ? codeCaption(context.legend, property, code, lang) : say(lang, CAPTIONS[code] ?? "unknown");
  return h("select", { name, "aria-label": say(lang, word) }, h("option", { value: EMPTY[name] }, say(lang, "anyOfThem")),
    ...codes.map((code) => h("option", { value: code, selected: context.state[name] === code }, caption(code))));
}

function drawn(context: Context, answer: Matches): HTMLElement[] {
  const lang = context.state.lang;
  if (!answer.matches.length) return [empty(say(lang, "noMatches"))];
  const groups = KINDS.map((kind) => [kind, answer.matches.filter((one) => one.kind === kind)] as const);
  return [
    read(context, answer),
    ...answer.notes.map((note) => h("p", { class: "facts", role: "note" }, lang === "zh" ? note.zh : note.en)),
    ...groups.filter(([, found]) => found.length).map(([kind, found]) =>
      section(kindCaption(context, kind), h("ol", { class: "partners" }, ...found.map((one) => item(context, one))))),
  ];
}

/** What the need was understood as: its words, and the classes and segments that it leads to. */
function read(context: Context, answer: Matches): HTMLElement {
  const lang = context.state.lang;
  const row = (word: Word, ...values: HTMLElement[]): HTMLElement | null =>
    values.length ? h("p", { class: "beside" }, h("span", {}, say(lang, word)), ...values) : null;
  return h("div", { class: "read" },
    row("needWords", ...answer.words.slice(0, 12).map((one) => h("span", { class: "tag" }, one))),
    row("needClasses", ...answer.classes.map((one) => link(one.id, () => context.go({ node: `TechClass/${one.id}` })))),
    row("needSegments", ...answer.segments.map((one) =>
      link(nameOf(one, lang), () => context.go({ ...(one.chain ? { chain: one.chain } : {}), segment: one.id })))));
}

function item(context: Context, one: Match): HTMLElement {
  const lang = context.state.lang;
  return h("li", {},
    h("div", { class: "who" }, link(one.name, () => context.go({ node: `${one.kind}/${one.id}` })),
      h("span", { class: "score" }, say(lang, "score"), " ", figure(one.score, "number", lang))),
    one.kind === "Patent" ? h("span", { class: "by" }, [one.id, ...one.holders].join(" · ")) : null,
    reasons(context, one.reasons));
}
