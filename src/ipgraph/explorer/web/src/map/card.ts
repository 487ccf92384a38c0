// One segment as a card of the map.

import type { Card, ChainMap, Gap, Legend } from "../api/types";
import { s } from "../dom";
import { count, lines, nameOf } from "../format";
import { captionOf, signPath, statusOf } from "../signs";
import { say, type Lang } from "../strings";

const NAME_SIZE = 13.5;

/** The card: a button that says its name, its status and its patents; the status by colour, sign and word. */
export function drawCard(map: ChainMap, card: Card, gap: Gap | undefined, legend: Legend, lang: Lang, chosen: boolean): SVGGElement {
  const status = statusOf(legend, gap?.status_code);
  const name = nameOf(card, lang);
  const caption = captionOf(status, lang);
  const patents = gap ? count(gap.patents, lang) : "…";
  const text = lines(name, (map.card_width - 20) / NAME_SIZE, 2);
  const first = text.length === 1 ? 24 : 18;
  const sign = signPath(status);
  sign.setAttribute("transform", `translate(11,${map.card_height - 18.5}) scale(.8)`);
  return s(
    "g",
    {
      class: chosen ? "card chosen" : "card", transform: `translate(${card.x},${card.y})`, role: "button", tabindex: -1,
      "data-id": card.id, "data-status": gap?.status_code ?? "", "aria-pressed": String(chosen),
      "aria-label": say(lang, "cardLabel", name, caption, patents),
    },
    s("title", {}, [card.number, name].filter(Boolean).join(" ")),
    s("rect", { class: "ring", x: -4, y: -4, width: map.card_width + 8, height: map.card_height + 8, rx: 8 }),
    s("rect", { class: "face", width: map.card_width, height: map.card_height, rx: 5 }),
    s("rect", {
      class: "tint", width: map.card_width, height: map.card_height, rx: 5, fill: status.color, stroke: status.color,
      "stroke-dasharray": status.sign === "open" ? "5 3" : null,
    }),
    s("path", { d: `M5,0 H6 V${map.card_height} H5 A5,5 0 0 1 0,${map.card_height - 5} V5 A5,5 0 0 1 5,0Z`, fill: status.color }),
    ...text.map((line, at) => s("text", { class: "name", x: 13, y: first + at * 16 }, line)),
    sign,
    s("text", { class: "status", x: 26, y: map.card_height - 8.5, fill: status.color }, gap ? caption : ""),
    s("text", { class: "amount", x: map.card_width - 7, y: map.card_height - 8.5, "text-anchor": "end" }, gap ? say(lang, "pieces", patents) : ""),
  );
}
