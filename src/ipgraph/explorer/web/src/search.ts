// What the search box and the region box offer. Pure.

import type { Found, RegionItem } from "./api/types";
import type { Option } from "./combobox";
import { nameOf } from "./format";
import type { State } from "./state";
import { say, type Lang } from "./strings";

const REGIONS_SHOWN = 60;

/** Hits as options, kinds one after another as they first come; beside a segment its chain, beside others their id. */
export function groups(
  hits: readonly Found[], lang: Lang, kindName: (kind: string) => string, chainName: (id: string) => string,
): Option[] {
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.flatMap((kind) =>
    hits.filter((hit) => hit.kind === kind).map((hit) => {
      const label = nameOf(hit, lang);
      const option: Option = { value: `${hit.kind}/${hit.id}`, label, group: kindName(kind) };
      if (hit.chain) return { ...option, note: chainName(hit.chain) };
      return label === hit.id ? option : { ...option, note: hit.id };
    }),
  );
}

/** Where a hit leads: a chain and a segment on the map, anything else in the panel. */
export function found(hit: Found): Partial<State> {
  if (hit.kind === "Chain") return { chain: hit.id, segment: "", node: "" };
  if (hit.kind === "Region") return { region: hit.id };
  if (hit.kind === "Segment") return { ...(hit.chain ? { chain: hit.chain } : {}), segment: hit.id };
  return { node: `${hit.kind}/${hit.id}` };
}

/** Regions whose name or code holds the text, those that begin with it first; all regions on top when nothing is typed. */
export function regionOptions(regions: readonly RegionItem[], text: string, lang: Lang, all = say(lang, "allRegions")): Option[] {
  const wanted = text.normalize("NFKC").toLowerCase();
  const rank = (one: RegionItem): number => {
    const names = [one.name, one.name_en ?? "", one.id].map((name) => name.toLowerCase());
    return names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  const kept = regions.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b)).slice(0, REGIONS_SHOWN);
  const options = kept.map((one) => ({ value: one.id, label: nameOf(one, lang), note: one.id }));
  return wanted ? options : [{ value: "", label: all }, ...options];
}
