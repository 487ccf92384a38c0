// The chain as SVG: headings, frames, edges, cards.

import type { ChainMap, Gap, Legend } from "../api/types";
import { s } from "../dom";
import { nameOf } from "../format";
import { captionOf } from "../signs";
import type { Lang } from "../strings";
import { drawCard } from "./card";
import { routes, underMap } from "./geometry";

const HEADING = 26;
const EDGE_PAD = 27;

/** Everything drawn, in map units; with `local` a card says local / all patents; `gaps` may still be empty while the figures are on their way. */
export function drawScene(map: ChainMap, gaps: ReadonlyMap<string, Gap>, legend: Legend, lang: Lang, chosen: string, local: boolean): SVGGElement {
  const bottom = map.height + underMap(map);
  const bands = map.bands.map((band) =>
    s(
      "g",
      { class: "band" },
      s("rect", { x: band.x - EDGE_PAD, y: 0, width: band.width + 2 * EDGE_PAD, height: bottom + 14, rx: 6 }),
      s("text", { x: band.x + band.width / 2, y: HEADING - 6, "text-anchor": "middle" }, captionOf(band, lang)),
    ),
  );
  const frames = map.frames.map((frame) =>
    s(
      "g",
      { class: frame.id === chosen ? "frame chosen" : "frame", "data-id": frame.id },
      s("rect", { x: frame.x, y: frame.y, width: frame.width, height: frame.height, rx: 7 }),
      s("text", { x: frame.x + 8, y: frame.y + 15 }, nameOf(frame, lang)),
    ),
  );
  const edges = routes(map).map(({ feed, path }) => {
    const touches = feed.source === chosen || feed.target === chosen;
    const kind = `feed${feed.back ? " back" : ""}${touches ? " lit" : chosen ? " dim" : ""}`;
    return s(
      "path",
      { class: kind, d: path, "data-source": feed.source, "data-target": feed.target, "marker-end": `url(#${touches ? "tip-lit" : feed.back ? "tip-back" : "tip"})` },
      feed.reason ? s("title", {}, feed.reason) : null,
    );
  });
  const cards = map.cards.map((card) => drawCard(map, card, gaps.get(card.id), legend, lang, card.id === chosen, local));
  return s("g", { class: "scene" }, ...bands, ...frames, s("g", { "aria-hidden": "true" }, ...edges), ...cards);
}

/** Arrow heads, one a line colour. */
export function arrowHeads(): SVGDefsElement {
  const tip = (id: string): SVGMarkerElement =>
    s(
      "marker",
      { id, viewBox: "0 0 8 8", refX: 7.4, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse", markerUnits: "userSpaceOnUse" },
      s("path", { d: "M0.5 0.8 7.5 4 0.5 7.2Z", class: id }),
    );
  return s("defs", {}, tip("tip"), tip("tip-back"), tip("tip-lit"));
}

/** Size of what drawScene draws. */
export function sceneSize(map: ChainMap): { width: number; height: number } {
  return { width: map.width + 2 * EDGE_PAD, height: map.height + underMap(map) + 14 };
}

export { EDGE_PAD };
