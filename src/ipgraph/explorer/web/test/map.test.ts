import { describe, expect, it } from "vitest";
import type { Card, ChainMap, Feed } from "../src/api/types";
import { boxes, routes, underMap } from "../src/map/geometry";
import { neighbour } from "../src/map/move";
import { fit, LARGEST, pan, reveal, SMALLEST, zoomAt } from "../src/map/viewport";

const card = (id: string, x: number, y: number): Card => ({ id, name: id, name_en: null, number: null, stage: null, column: 0, x, y });
const feed = (source: string, target: string, back = false): Feed => ({ source, target, reason: null, back });
const chain = (cards: Card[], feeds: Feed[]): ChainMap => ({
  version: "v", as_of: null, id: "c", name: "c", name_en: null, title: null, width: 500, height: 300, card_width: 100, card_height: 40,
  cards, frames: [{ id: "w", name: "w", name_en: null, x: 190, y: 80, width: 120, height: 200 }], bands: [], feeds,
});
const CARDS = [card("a", 0, 0), card("b", 200, 0), card("c", 200, 100), card("d", 400, 0)];
const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const down = (path: string): number[] => [...path.matchAll(/V(-?[\d.]+)/g)].map((found) => Number(found[1]));

describe("routes", () => {
  it("run from the right side to the left side", () => {
    const [route] = routes(chain(CARDS, [feed("a", "b")]));
    const points = numbers(route!.path);
    expect(points.slice(0, 2)).toEqual([100, 20]);
    expect(points.slice(-2)).toEqual([200, 20]);
  });
  it("leave one card side by side, in the order of what they lead to", () => {
    const [toC, toB] = routes(chain(CARDS, [feed("a", "c"), feed("a", "b")]));
    expect(numbers(toB!.path)[1]).toBeLessThan(numbers(toC!.path)[1]!);
  });
  it("return under the map, each in a lane of its own", () => {
    const map = chain(CARDS, [feed("d", "a", true), feed("d", "b", true), feed("a", "b")]);
    const floors = routes(map).filter((one) => one.feed.back).map((one) => Math.max(...down(one.path)));
    expect(new Set(floors).size).toBe(2);
    for (const floor of floors) expect(floor).toBeGreaterThan(map.height);
    expect(Math.max(...floors)).toBeLessThanOrEqual(map.height + underMap(map));
    expect(underMap(chain(CARDS, [feed("a", "b")]))).toBe(0);
  });
  it("of two cards in one column stay beside them", () => {
    const [route] = routes(chain(CARDS, [feed("b", "c")]));
    expect(Math.min(...numbers(route!.path).filter((_, at) => at % 2 === 0))).toBeGreaterThanOrEqual(300);
  });
  it("end at a frame, and are left out where an end is unknown", () => {
    const map = chain(CARDS, [feed("a", "w"), feed("a", "nowhere")]);
    expect(routes(map).map((one) => one.feed.target)).toEqual(["w"]);
    expect(boxes(map).get("w")).toMatchObject({ x: 190, width: 120 });
  });
});

describe("the viewport", () => {
  it("fits all of the content", () => {
    const view = fit({ width: 2000, height: 500 }, { width: 1000, height: 700 });
    expect(2000 * view.k + view.x).toBeLessThanOrEqual(1000);
    expect(view.x).toBeGreaterThanOrEqual(0);
    expect(fit({ width: 10, height: 10 }, { width: 1000, height: 700 }).k).toBe(1.15);
    expect(fit({ width: 0, height: 0 }, { width: 0, height: 0 }).k).toBeGreaterThan(0);
  });
  it("zooms about the pointer, within bounds", () => {
    const before = { x: 10, y: 20, k: 1 };
    const after = zoomAt(before, 2, 110, 220);
    expect((110 - after.x) / after.k).toBeCloseTo(100);
    expect((220 - after.y) / after.k).toBeCloseTo(200);
    expect(zoomAt(before, 1e9, 0, 0).k).toBe(LARGEST);
    expect(zoomAt(before, 1e-9, 0, 0).k).toBe(SMALLEST);
    expect(pan(before, 5, -5)).toEqual({ x: 15, y: 15, k: 1 });
  });
  it("moves no more than it must to show a card", () => {
    const screen = { width: 400, height: 300 };
    const box = { x: 100, y: 100, width: 50, height: 50 };
    expect(reveal({ x: 0, y: 0, k: 1 }, box, screen)).toEqual({ x: 0, y: 0, k: 1 });
    expect(reveal({ x: -200, y: 0, k: 1 }, box, screen, 0).x).toBe(-100);
    expect(reveal({ x: 400, y: 0, k: 1 }, box, screen, 0).x).toBe(250);
  });
});

it("arrow keys lead to the nearest card that way", () => {
  expect(neighbour(CARDS, "a", "ArrowRight")?.id).toBe("b");
  expect(neighbour(CARDS, "b", "ArrowDown")?.id).toBe("c");
  expect(neighbour(CARDS, "d", "ArrowLeft")?.id).toBe("b");
  expect(neighbour(CARDS, "a", "ArrowLeft")).toBeNull();
  expect(neighbour(CARDS, "nobody", "ArrowLeft")).toBeNull();
  expect(neighbour(CARDS, "a", "x")).toBeNull();
});
