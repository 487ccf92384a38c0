// A box in which a region is chosen by a part of its name or code.

import type { RegionItem } from "./api/types";
import { combobox } from "./combobox";
import { regionName } from "./format";
import { regionOptions } from "./search";
import { say, type Lang, type Word } from "./strings";

export interface RegionBox {
  element: HTMLElement;
  input: HTMLInputElement;
  /** The region chosen, by its code; '' for all. */
  show(region: string): void;
}

export interface Settings {
  id: string;
  /** What is offered, and said, where none is chosen. */
  all: Word;
  lang(): Lang;
  regions(): readonly RegionItem[];
  choose(region: string): void;
}

export function regionBox({ id, all, lang, regions, choose }: Settings): RegionBox {
  let chosen = "";
  const name = (): string => regionName(regions(), chosen, lang());
  const { element, input } = combobox({
    id,
    options: async (text) => {
      const options = regionOptions(regions(), text === name() ? "" : text, lang(), say(lang(), all));
      return { options, message: options.length ? say(lang(), "hits", options.length) : say(lang(), "noHits", text) };
    },
    choose,
  });
  const show = (region: string): void => {
    const moved = region !== chosen;
    chosen = region;
    input.placeholder = say(lang(), all);
    // What is being typed is left alone.
    if (moved || document.activeElement !== input) input.value = name();
  };
  input.addEventListener("blur", () => show(chosen));
  return { element, input, show };
}
