// Where edges run: curves from left to right, and returns under the map. Pure.

import type { ChainMap, Feed } from "../api/types";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Route {
  feed: Feed;
  path: string;
}

const LANE = 12;
const CORNER = 9;

/** Box of each card, and of the first frame of each segment that has parts. */
export function boxes(map: ChainMap): Map<string, Box> {
  const found = new Map<string, Box>();
  for (const card of map.cards) {
    found.set(card.id, { x: card.x, y: card.y, width: map.card_width, height: map.card_height });
  }
  for (const frame of map.frames) if (!found.has(frame.id)) found.set(frame.id, frame);
  return found;
}

/** Lanes under the map that its returns need, as a height. */
export function underMap(map: ChainMap): number {
  const returns = map.feeds.filter((feed) => feed.back).length;
  return returns ? 28 + returns * LANE : 0;
}

/** One path an edge. Edges of one card leave it and enter it side by side, in the order of what they lead to. */
export function routes(map: ChainMap): Route[] {
  const at = boxes(map);
  const known = map.feeds.filter((feed) => at.has(feed.source) && at.has(feed.target));
  const leave = ports(known, at, "source", "target");
  const enter = ports(known, at, "target", "source");
  let lane = 0;
  return known.map((feed) => {
    const from = at.get(feed.source)!;
    const to = at.get(feed.target)!;
    const start = { x: from.x + from.width, y: leave.get(feed)! };
    const end = { x: to.x, y: enter.get(feed)! };
    if (to.x < start.x && from.x < to.x + to.width) return { feed, path: beside(start, { x: to.x + to.width, y: end.y }) };
    if (!feed.back) return { feed, path: curve(start, end) };
    lane += 1;
    return { feed, path: around(start, end, map.height + 16 + lane * LANE, lane) };
  });
}

interface Point {
  x: number;
  y: number;
}

function ports(feeds: readonly Feed[], at: Map<string, Box>, here: "source" | "target", there: "source" | "target"): Map<Feed, number> {
  const sides = new Map<string, Feed[]>();
  for (const feed of feeds) sides.set(feed[here], [...(sides.get(feed[here]) ?? []), feed]);
  const heights = new Map<Feed, number>();
  for (const [id, side] of sides) {
    const box = at.get(id)!;
    const middle = (feed: Feed): number => at.get(feed[there])!.y + at.get(feed[there])!.height / 2;
    side.sort((a, b) => middle(a) - middle(b) || a[there].localeCompare(b[there]));
    side.forEach((feed, index) => heights.set(feed, box.y + (box.height * (index + 1)) / (side.length + 1)));
  }
  return heights;
}

function curve(start: Point, end: Point): string {
  const bend = Math.max(26, Math.min(90, (end.x - start.x) / 2));
  return `M${start.x},${start.y} C${start.x + bend},${start.y} ${end.x - bend},${end.y} ${end.x},${end.y}`;
}

/** Between two cards of one column: an arc at their right side. */
function beside(start: Point, end: Point): string {
  const out = Math.max(start.x, end.x) + 26;
  return `M${start.x},${start.y} C${out},${start.y} ${out},${end.y} ${end.x},${end.y}`;
}

/** Out to the right, down under the map, left, and up again to the target. */
function around(start: Point, end: Point, floor: number, lane: number): string {
  const out = start.x + 16 + (lane % 3) * 4;
  const back = end.x - 16 - (lane % 3) * 4;
  const r = CORNER;
  return [
    `M${start.x},${start.y} H${out - r} Q${out},${start.y} ${out},${start.y + r}`,
    `V${floor - r} Q${out},${floor} ${out - r},${floor}`,
    `H${back + r} Q${back},${floor} ${back},${floor - r}`,
    `V${end.y + r} Q${back},${end.y} ${back + r},${end.y} H${end.x}`,
  ].join(" ");
}
