// One segment as a card of the map.

import type { Card, ChainMap, Gap, Legend } from "../api/types";
import { s } from "../dom";
import { count, ems, fitting, lines, nameOf } from "../format";
import { captionOf, evidenceOf, shortCaption, signPath, statusOf } from "../signs";
import { say, type Lang } from "../strings";

const NAME_SIZE = 13.5;
/** The line under the name: where the status begins, its size, what is kept free at the right. */
const FOOT = { x: 26, size: 11.5, right: 7, gap: 6 };
const PILL = { size: 10, height: 12, above: 5 };

/** The card: a button that says its name, its status and its patents; the status by colour, sign and word. With
 * `local` its patents are those of the region and all; a tag on its edge says where there is little or no data. */
export function drawCard(
  map: ChainMap, card: Card, gap: Gap | undefined, legend: Legend, lang: Lang, chosen: boolean, local: boolean,
): SVGGElement {
  const status = statusOf(legend, gap?.status_code);
  const name = nameOf(card, lang);
  const caption = shortCaption(status, lang);
  const evidence = evidenceOf(legend, gap);
  const room = (map.card_width - FOOT.x - FOOT.right - FOOT.gap) / FOOT.size - ems(caption);
  const patents = gap ? count(gap.patents, lang) : "…";
  const mine = gap ? count(gap.local_patents, lang) : "…";
  const amounts = local ? [say(lang, "pieces", `${mine} / ${patents}`), `${mine}/${patents}`] : [say(lang, "pieces", patents), patents];
  const said = [captionOf(status, lang), evidence && captionOf(evidence, lang)].filter(Boolean).join(" · ");
  const text = lines(name, (map.card_width - 20) / NAME_SIZE, 2);
  const first = text.length === 1 ? 24 : 18;
  const sign = signPath(status);
  sign.setAttribute("transform", `translate(11,${map.card_height - 18.5}) scale(.8)`);
  return s(
    "g",
    {
      class: chosen ? "card chosen" : "card", transform: `translate(${card.x},${card.y})`, role: "button", tabindex: -1,
      "data-id": card.id, "data-status": gap?.status_code ?? "", "aria-pressed": String(chosen),
      "aria-label": local ? say(lang, "cardLabelLocal", name, said, mine, patents) : say(lang, "cardLabel", name, said, patents),
    },
    s("title", {}, [card.number, name, evidence && captionOf(evidence, lang)].filter(Boolean).join(" ")),
    s("rect", { class: "ring", x: -4, y: -4, width: map.card_width + 8, height: map.card_height + 8, rx: 8 }),
    s("rect", { class: "face", width: map.card_width, height: map.card_height, rx: 5 }),
    s("rect", {
      class: "tint", width: map.card_width, height: map.card_height, rx: 5, fill: status.color, stroke: status.color,
      "stroke-dasharray": status.sign === "open" ? "5 3" : null,
    }),
    s("path", { d: `M5,0 H6 V${map.card_height} H5 A5,5 0 0 1 0,${map.card_height - 5} V5 A5,5 0 0 1 5,0Z`, fill: status.color }),
    ...text.map((line, at) => s("text", { class: "name", x: 13, y: first + at * 16 }, line)),
    sign,
    s("text", { class: "status", x: FOOT.x, y: map.card_height - 8.5, fill: status.color }, gap ? caption : ""),
    s("text", { class: "amount", x: map.card_width - FOOT.right, y: map.card_height - 8.5, "text-anchor": "end" }, gap ? fitting(amounts, room) : ""),
    evidence ? pill(map, captionOf(evidence, lang)) : null,
  );
}

/** A tag on the upper edge of a card. */
function pill(map: ChainMap, text: string): SVGGElement {
  const width = ems(text) * PILL.size + 10;
  return s(
    "g", { class: "pill", transform: `translate(${map.card_width - width - 5},${-PILL.above})` },
    s("rect", { width, height: PILL.height, rx: PILL.height / 2 }),
    s("text", { x: width / 2, y: PILL.height - 2.6, "text-anchor": "middle" }, text),
  );
}
