import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const stored = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number().min(400), height: z.number().min(300) }),
  maximized: z.boolean(),
});
type WindowState = z.infer<typeof stored>;

const file = (userData: string) => join(userData, 'window.json');

/** Where the window was when it was closed last; null at first, or when that place is on no screen any more. */
export function readWindowState(userData: string): WindowState | null {
  try {
    const state = stored.parse(JSON.parse(readFileSync(file(userData), 'utf8')));
    return isVisible(state.bounds) ? state : null;
  } catch {
    return null;
  }
}

/** Remembers the place of the window when it closes. */
export function rememberWindowState(window: BrowserWindow, userData: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeFileAtomic.sync(file(userData), JSON.stringify(state));
  });
}

function isVisible(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
  return overlapX > 100 && overlapY > 100;
}
