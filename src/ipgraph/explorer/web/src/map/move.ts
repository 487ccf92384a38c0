// Which card an arrow key leads to. Pure.

import type { Card } from "../api/types";

const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** The nearest card in the direction of the key, distance across counting three times; null at the edge. */
export function neighbour(cards: readonly Card[], from: string, key: string): Card | null {
  const step = KEYS[key];
  const here = cards.find((card) => card.id === from);
  if (!step || !here) return null;
  const [dx, dy] = step;
  let best: Card | null = null;
  let least = Infinity;
  for (const card of cards) {
    const along = (card.x - here.x) * dx + (card.y - here.y) * dy;
    const across = Math.abs((card.x - here.x) * dy) + Math.abs((card.y - here.y) * dx);
    if (along > 0 && along + 3 * across < least) {
      best = card;
      least = along + 3 * across;
    }
  }
  return best;
}
