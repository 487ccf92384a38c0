// The bar at the top: chain, region, search, language.

import type { ChainItem, Found, Legend, RegionItem } from "./api/types";
import { api } from "./api/client";
import { combobox } from "./combobox";
import { h } from "./dom";
import { nameOf } from "./format";
import { told } from "./panel/parts";
import { captionOf } from "./signs";
import type { State } from "./state";
import { say, type Lang } from "./strings";
import { regionBox } from "./region_box";
import { found, groups } from "./search";

export interface Header {
  element: HTMLElement;
  show(state: State): void;
  /** The bar with its lists filled. */
  fill(chains: ChainItem[], regions: RegionItem[], legend: Legend): void;
}

const HITS = 40;

export function header(go: (patch: Partial<State>, replace?: boolean) => void): Header {
  let state: State | null = null;
  let chains: ChainItem[] = [];
  let regions: RegionItem[] = [];
  let legend: Legend = { sample: false, statuses: [], evidence: [], measures: [], nodes: [], edges: [], codes: [] };
  let hits = new Map<string, Found>();
  const lang = (): Lang => state?.lang ?? "zh";

  const title = h("h1");
  const chain = h("select", { id: "chain", onchange: () => go({ chain: chain.value }) });
  const chainLabel = h("label", { for: "chain" });
  const regionLabel = h("label", { for: "region" });
  const searchLabel = h("label", { for: "search", class: "sr-only" });
  const region = regionBox({ id: "region", all: "allRegions", lang, regions: () => regions, choose: (value) => go({ region: value }) });
  const search = combobox({
    id: "search",
    wait: 160,
    options: async (text) => {
      if (!text) return { options: [], message: "" };
      try {
        const answer = await api.search(text, HITS);
        hits = new Map(answer.found.map((hit) => [`${hit.kind}/${hit.id}`, hit]));
        const kindName = (kind: string): string => captionOf(legend.nodes.find((one) => one.key === kind) ?? { zh: kind, en: kind }, lang());
        const chainName = (id: string): string => nameOf(chains.find((one) => one.id === id) ?? { name: id }, lang());
        const options = groups(answer.found, lang(), kindName, chainName);
        return { options, message: options.length ? say(lang(), "hits", options.length) : say(lang(), "noHits", text) };
      } catch (error) {
        return { options: [], message: `${say(lang(), "failed")} ${told(error, lang())}` };
      }
    },
    choose: (value) => {
      const hit = hits.get(value);
      if (hit) go({ ...found(hit), q: "" });
    },
    typed: (text) => go({ q: text }, true),
  });
  search.input.addEventListener("focus", () => state?.q && search.open());
  const match = h("button", { type: "button", class: "view", onclick: () => go({ view: state?.view === "match" ? "" : "match", segment: "", node: "" }) });
  const language = h("div", { class: "language", role: "group" });
  const element = h(
    "header",
    { class: "bar" },
    title, chainLabel, chain, regionLabel, region.element, searchLabel, search.element, match, language,
  );

  const show = (next: State): void => {
    state = next;
    title.textContent = say(next.lang, "title");
    chainLabel.textContent = say(next.lang, "chain");
    regionLabel.textContent = say(next.lang, "region");
    searchLabel.textContent = say(next.lang, "search");
    search.input.placeholder = say(next.lang, "searchHint");
    region.show(next.region);
    if (document.activeElement !== search.input || !next.q) search.input.value = next.q;
    chain.replaceChildren(
      ...chains.map((one) => h("option", { value: one.id, selected: one.id === next.chain }, nameOf(one, next.lang))),
    );
    chain.value = next.chain;
    match.textContent = say(next.lang, "match");
    match.setAttribute("aria-pressed", String(next.view === "match"));
    language.setAttribute("aria-label", say(next.lang, "language"));
    language.replaceChildren(
      ...(["zh", "en"] as const).map((one) =>
        h("button", { type: "button", lang: one === "zh" ? "zh-CN" : "en", "aria-pressed": String(next.lang === one),
                      onclick: () => go({ lang: one }) }, one === "zh" ? "中文" : "EN"),
      ),
    );
  };
  return {
    element,
    show,
    fill(newChains, newRegions, newLegend) {
      [chains, regions, legend] = [newChains, newRegions, newLegend];
    },
  };
}
