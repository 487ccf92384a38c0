// What proposed partners are held to: a role, a kind, new or known, a region. The choice is kept in the address.

import type { PartnersQuery } from "../api/client";
import { h } from "../dom";
import { regionBox } from "../region_box";
import { codeCaption } from "../signs";
import { ALL_PARTNERS, type State } from "../state";
import { say, type Word } from "../strings";
import { kindCaption, type Context } from "./context";

type Select = "role" | "kind" | "relation";
interface Choice {
  label: Word;
  any: Word;
  options: readonly (readonly [code: string, caption: string])[];
}

export interface Filters {
  element: HTMLElement;
  /** Drops every choice. */
  clear: HTMLElement;
  show(state: State): void;
  /** The part of a question that a state chooses; a code that is none chooses nothing. */
  held(state: State): Pick<PartnersQuery, "role" | "kind" | "new" | "region">;
}

export function partnerFilters(context: Context, ofSegment: boolean): Filters {
  const { regions, state: { lang } } = context;
  const offered = choices(context, ofSegment);
  const names = Object.keys(offered) as Select[];
  const select = (name: Select): HTMLSelectElement => {
    const { label, any, options } = offered[name];
    const made = h("select", { name, "aria-label": say(lang, label), onchange: () => context.go({ [name]: made.value }) },
      h("option", { value: "" }, say(lang, any)), ...options.map(([value, caption]) => h("option", { value }, caption)));
    return made;
  };
  const selects = names.map((name) => [name, select(name)] as const);
  const place = regionBox({ id: "partner-place", all: "anyPlace", lang: () => lang, regions: () => regions, choose: (region) => context.go({ place: region }) });
  place.input.setAttribute("aria-label", say(lang, "partnerPlace"));
  const clear = h("button", { type: "button", class: "link", onclick: () => context.go({ ...ALL_PARTNERS }) }, say(lang, "clearFilters"));
  const known = (state: State, name: Select): string => offered[name].options.some(([code]) => code === state[name]) ? state[name] : "";
  const knownPlace = (state: State): string => regions.some((one) => one.id === state.place) ? state.place : "";

  return {
    element: h("div", { class: "narrow", role: "group", "aria-label": say(lang, "partnerFilters") },
      ...selects.map(([, made]) => made), place.element),
    clear,
    show(state) {
      for (const [name, made] of selects) made.value = known(state, name);
      place.show(knownPlace(state));
      // Kept in its place while there is nothing to clear, so that nothing moves.
      clear.style.visibility = names.some((name) => known(state, name)) || knownPlace(state) ? "" : "hidden";
    },
    held: (state) => ({
      role: known(state, "role"), kind: known(state, "kind"), region: knownPlace(state),
      new: known(state, "relation") && (state.relation === "new" ? "true" : "false"),
    }),
  };
}

function choices(context: Context, ofSegment: boolean): Record<Select, Choice> {
  const { legend, state: { lang } } = context;
  const roles = legend.codes.filter((one) => one.property === "partner_role").map((one) => one.key);
  const [fresh, known] = ofSegment ? (["notHere", "hereAlone"] as const) : (["newAlone", "knownAlone"] as const);
  return {
    role: { label: "role", any: "anyRole", options: roles.map((role) => [role, codeCaption(legend, "partner_role", role, lang)]) },
    kind: { label: "kind", any: "anyKind", options: ["Enterprise", "Institution"].map((kind) => [kind, kindCaption(context, kind)]) },
    relation: { label: "relation", any: "anyRelation", options: [["new", say(lang, fresh)], ["known", say(lang, known)]] },
  };
}
