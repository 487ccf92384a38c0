// An input with a list under it, after the ARIA combobox pattern: used to search and to choose a region.

import { h } from "./dom";

export interface Option {
  /** What is handed to `choose`. */
  value: string;
  label: string;
  /** Heading the option stands under; options of one group come one after another. */
  group?: string;
  note?: string;
}

export interface Combobox {
  element: HTMLElement;
  input: HTMLInputElement;
  close(): void;
  /** Ask for the options of what stands in the input and open the list. */
  open(): void;
}

export interface Settings {
  id: string;
  options(text: string): Promise<{ options: Option[]; message: string }>;
  choose(value: string): void;
  typed?(text: string): void;
  wait?: number;
}

export function combobox(settings: Settings): Combobox {
  const { id, wait = 0 } = settings;
  const list = h("div", { id: `${id}-list`, class: "options", role: "listbox" });
  const input = h("input", {
    id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
  });
  const said = h("span", { class: "sr-only", role: "status" });
  const element = h("div", { class: "combobox" }, input, list, said);
  list.hidden = true;
  let shown: Option[] = [];
  let at = -1;
  let timer = 0;
  let asked = 0;

  const close = (): void => {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (next: number): void => {
    at = next;
    list.querySelectorAll("[role=option]").forEach((row, index) => {
      row.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        input.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const take = (option: Option | undefined): void => {
    if (!option) return;
    close();
    settings.choose(option.value);
  };
  const open = async (): Promise<void> => {
    const mine = (asked += 1);
    const { options, message } = await settings.options(input.value.trim());
    if (mine !== asked) return;
    shown = options;
    const rows: Node[] = [];
    let group: string | undefined;
    options.forEach((option, index) => {
      if (option.group !== group) rows.push(h("div", { class: "group", role: "presentation" }, (group = option.group)));
      rows.push(
        h(
          "div",
          { id: `${id}-${index}`, role: "option", "aria-selected": "false", "data-value": option.value,
            onpointerdown: (event: PointerEvent) => (event.preventDefault(), take(option)) },
          h("span", { class: "label" }, option.label), option.note ? h("span", { class: "note" }, option.note) : null,
        ),
      );
    });
    if (!options.length && message) rows.push(h("div", { class: "none" }, message));
    said.textContent = message;
    list.replaceChildren(...rows);
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(rows.length > 0));
    at = -1;
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      settings.typed?.(input.value.trim());
      void open();
    }, wait);
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => list.hidden && void open());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) void open();
    else if (event.key === "ArrowDown") mark(Math.min(at + 1, shown.length - 1));
    else if (event.key === "ArrowUp") mark(Math.max(at - 1, 0));
    else if (event.key === "Enter" && !list.hidden) take(shown[Math.max(at, 0)]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  return { element, input, close, open: () => void open() };
}
