// Pan and zoom as arithmetic: screen = map × k + (x, y). Pure.

export interface View {
  x: number;
  y: number;
  k: number;
}

export interface Size {
  width: number;
  height: number;
}

export const SMALLEST = 0.15;
export const LARGEST = 3;

/** The view that shows all of the content below the buttons (`top`), never enlarged beyond 1.15, in the middle. */
export function fit(content: Size, screen: Size, padding = 14, top = 48): View {
  const room = { width: screen.width - 2 * padding, height: screen.height - top - padding };
  const k = clamp(Math.min(room.width / content.width, room.height / content.height, 1.15));
  return {
    k,
    x: (screen.width - content.width * k) / 2,
    y: Math.max(top, (screen.height + top - content.height * k) / 2 - padding / 2),
  };
}

/** Zoom by a factor about a point of the screen, which stays where it is. */
export function zoomAt(view: View, factor: number, px: number, py: number): View {
  const k = clamp(view.k * factor);
  const ratio = k / view.k;
  return { k, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio };
}

/** Move by pixels of the screen. */
export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** The least move that brings a box of the map wholly onto the screen. */
export function reveal(view: View, box: { x: number; y: number; width: number; height: number }, screen: Size, margin = 24): View {
  const shift = (start: number, length: number, room: number): number => {
    if (start < margin) return margin - start;
    if (start + length > room - margin) return room - margin - start - length;
    return 0;
  };
  return pan(
    view,
    shift(box.x * view.k + view.x, box.width * view.k, screen.width),
    shift(box.y * view.k + view.y, box.height * view.k, screen.height),
  );
}

function clamp(k: number): number {
  return Number.isFinite(k) ? Math.min(LARGEST, Math.max(SMALLEST, k)) : 1;
}
