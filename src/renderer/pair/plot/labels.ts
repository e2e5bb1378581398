/** A label that is wanted over a stretch of a plot, px. */
export interface WantedLabel {
  left: number;
  right: number;
  /** What it may say, the longest first. */
  words: readonly string[];
  /** It has room before all others. */
  first: boolean;
}

/** A label in its place. */
export interface PlacedLabel<Label> {
  label: Label;
  /** Of its left end, px. */
  x: number;
  text: string;
}

interface Stretch {
  left: number;
  right: number;
}

/** Room between two labels, wider than between the words of one, px. */
const GAP = 14;

/** Finds room for labels in one line: each begins with its stretch, or before it where nothing else stands and it would
 *  reach into the next one's, and says as much as there is room for. What is out of sight has none.
 *  @param sight  the part of the line that is seen
 *  @param widthOf  a text's width, px */
export function placeLabels<Label extends WantedLabel>(
  wanted: readonly Label[],
  sight: Stretch,
  widthOf: (text: string) => number,
): PlacedLabel<Label>[] {
  const inSight = wanted
    .filter(({ left, right }) => right >= sight.left && left <= sight.right)
    .sort((a, b) => a.left - b.left);
  const placed: PlacedLabel<Label>[] = [];
  const taken: Stretch[] = [];
  const place = (label: Label, room: Stretch) => {
    const from = Math.max(room.left, label.left + 1);
    for (const text of label.words) {
      const width = widthOf(text);
      if (width > room.right - room.left) continue;
      const x = Math.min(from, room.right - width);
      placed.push({ label, x, text });
      taken.push({ left: x, right: x + width });
      return;
    }
  };
  for (const label of inSight.filter(({ first }) => first)) place(label, sight);
  inSight.forEach((label, i) => {
    if (label.first) return;
    const at = Math.max(sight.left, label.left);
    const next = inSight[i + 1];
    const before = taken.filter(({ left }) => left <= at).map(({ right }) => right + GAP);
    // Over another window a label would be taken for its own.
    const others = inSight.slice(0, i).map(({ right }) => Math.min(at, right));
    const after = taken.filter(({ left }) => left > at).map(({ left }) => left - GAP);
    // The next window's own place is its own.
    const limit = next && !next.first ? next.left - GAP + 1 : sight.right;
    place(label, { left: Math.max(sight.left, ...before, ...others), right: Math.min(sight.right, limit, ...after) });
  });
  return placed;
}
