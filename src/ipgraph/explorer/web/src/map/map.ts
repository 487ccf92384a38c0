// The chain map in the page: drawing, pan and zoom, mouse and keyboard.

import type { ChainMap, Gap, Legend } from "../api/types";
import { h, s } from "../dom";
import { nameOf } from "../format";
import { say, type Lang } from "../strings";
import { boxes } from "./geometry";
import { neighbour } from "./move";
import { arrowHeads, drawScene, EDGE_PAD, sceneSize } from "./scene";
import { fit, pan, reveal, zoomAt, type Size, type View } from "./viewport";

export interface MapView {
  element: HTMLElement;
  show(map: ChainMap, gaps: ReadonlyMap<string, Gap>, legend: Legend, lang: Lang, chosen: string, local: boolean): void;
  message(content: Node | null): void;
}

const DRAG = 4;
const ZOOM_STEP = 1.25;
/** Drawn, not typed: fonts of offices lack such signs. */
const SIGNS = {
  zoomIn: "M8 3v10M3 8h10",
  zoomOut: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
} as const;

/** An empty map; `choose` is called with the segment a user opens, '' when they close it. */
export function mapView(choose: (segment: string) => void): MapView {
  const moved = s("g", {});
  const svg = s("svg", { class: "map", role: "group", focusable: "false" }, arrowHeads(), moved);
  const buttons = h("div", { class: "zoom", role: "group" });
  const help = h("p", { class: "sr-only", id: "map-help" });
  const note = h("div", { class: "map-note", role: "status" });
  const element = h("div", { class: "map-box" }, svg, buttons, help, note);
  let view: View = { x: 0, y: 0, k: 1 };
  let shown: { map: ChainMap; chosen: string } | null = null;
  let untouched = true;

  const size = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
  const place = (next: View): void => {
    view = next;
    moved.setAttribute("transform", `translate(${view.x + EDGE_PAD * view.k},${view.y}) scale(${view.k})`);
  };
  const refit = (): void => {
    untouched = true;
    if (shown) place(fit(sceneSize(shown.map), size()));
  };
  const zoom = (factor: number, x = size().width / 2, y = size().height / 2): void => {
    untouched = false;
    place(zoomAt(view, factor, x, y));
  };
  const cardOf = (target: EventTarget | null): SVGGElement | null =>
    target instanceof Element ? target.closest<SVGGElement>(".card, .frame") : null;
  const light = (id: string | null): void => {
    for (const edge of moved.querySelectorAll<SVGPathElement>(".feed")) {
      edge.classList.toggle("hover", id !== null && (edge.dataset["source"] === id || edge.dataset["target"] === id));
    }
  };
  const focus = (id: string): void => {
    const card = moved.querySelector<SVGGElement>(`.card[data-id="${CSS.escape(id)}"]`);
    if (!card || !shown) return;
    for (const other of moved.querySelectorAll(".card[tabindex='0']")) other.setAttribute("tabindex", "-1");
    card.setAttribute("tabindex", "0");
    card.focus({ preventScroll: true });
    const box = boxes(shown.map).get(id)!;
    place(reveal({ ...view, x: view.x + EDGE_PAD * view.k }, box, size()));
    place({ ...view, x: view.x - EDGE_PAD * view.k });
  };

  new ResizeObserver(() => untouched && refit()).observe(element);
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });
  let grip: { x: number; y: number; dragged: boolean; card: SVGGElement | null } | null = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0) grip = { x: event.clientX, y: event.clientY, dragged: false, card: cardOf(event.target) };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!grip) return light(cardOf(event.target)?.dataset["id"] ?? null);
    const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
    if (!grip.dragged && Math.hypot(dx, dy) < DRAG) return;
    if (!grip.dragged) svg.setPointerCapture(event.pointerId);
    grip = { ...grip, x: event.clientX, y: event.clientY, dragged: true };
    untouched = false;
    place(pan(view, dx, dy));
  });
  svg.addEventListener("pointerup", () => {
    if (grip && !grip.dragged && grip.card) choose(grip.card.dataset["id"] ?? "");
    grip = null;
  });
  svg.addEventListener("pointercancel", () => (grip = null));
  svg.addEventListener("pointerleave", () => light(null));
  svg.addEventListener("focusin", (event) => light(cardOf(event.target)?.dataset["id"] ?? null));
  svg.addEventListener("keydown", (event) => {
    const id = cardOf(event.target)?.dataset["id"];
    if (!id || !shown) return;
    const next = neighbour(shown.map.cards, id, event.key);
    if (next) focus(next.id);
    else if (event.key === "Enter" || event.key === " ") choose(id);
    else if (event.key === "Escape") choose("");
    else if (event.key === "+" || event.key === "=") zoom(ZOOM_STEP);
    else if (event.key === "-") zoom(1 / ZOOM_STEP);
    else if (event.key === "0") refit();
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  });

  return {
    element,
    message(content) {
      note.replaceChildren(...(content ? [content] : []));
      note.hidden = content === null;
    },
    show(map, gaps, legend, lang, chosen, local) {
      const another = shown?.map !== map;
      const held = cardOf(document.activeElement)?.dataset["id"];
      shown = { map, chosen };
      svg.setAttribute("aria-label", say(lang, "mapLabel", nameOf(map, lang)));
      svg.setAttribute("aria-describedby", "map-help");
      help.textContent = say(lang, "mapHelp");
      moved.replaceChildren(drawScene(map, gaps, legend, lang, chosen, local));
      const button = (word: keyof typeof SIGNS, act: () => void): HTMLElement =>
        h("button", { type: "button", title: say(lang, word), "aria-label": say(lang, word), onclick: act },
          s("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, s("path", { d: SIGNS[word] })));
      buttons.replaceChildren(
        button("zoomIn", () => zoom(ZOOM_STEP)), button("zoomOut", () => zoom(1 / ZOOM_STEP)),
        button("fit", refit), button("print", () => window.print()),
      );
      const first = chosen || map.cards[0]?.id || "";
      moved.querySelector(`.card[data-id="${CSS.escape(held ?? first)}"]`)?.setAttribute("tabindex", "0");
      if (another || untouched) refit();
      if (held) focus(held);
    },
  };
}
