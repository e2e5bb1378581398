import type { Page } from 'playwright-core';

/** Tasks of the page's main thread. Those of less than 50 ms the browser does not tell: then `longestMs` is 0. */
export interface Tasks {
  longestMs: number;
  longTasks: number;
  /** Between two frames. */
  frameMs: number;
}

declare global {
  interface Window {
    atoaTasks: {
      reset(): void;
      read(): Tasks;
      switchPair(row?: number): Promise<number>;
      preview(input: Element, value: string): Promise<number>;
    };
  }
}

/** Lets every document of a page tell how long its tasks take. */
export async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let tasks: number[] = [];
    let frame = 0;
    let last = performance.now();
    const take = (entries: PerformanceEntry[]) => tasks.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const tick = (now: number) => {
      frame = Math.max(frame, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    window.atoaTasks = {
      reset() {
        observer.takeRecords();
        tasks = [];
        frame = 0;
        last = performance.now();
      },
      read() {
        take(observer.takeRecords());
        return { longestMs: Math.round(Math.max(0, ...tasks)), longTasks: tasks.length, frameMs: Math.round(frame) };
      },
      /** ms from the key for the next pair, or from the click on a row of the table, until that pair is drawn. */
      async switchPair(row) {
        const pane = document.querySelector('section[aria-label="Pair"]')!;
        const title = () => pane.querySelector('h2')!.textContent;
        const before = title();
        const start = performance.now();
        if (row === undefined) {
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'J', code: 'KeyJ', bubbles: true }));
        } else document.querySelectorAll<HTMLElement>('[role=grid][aria-label=Pairs] [role=row]')[row]!.click();
        for (;;) {
          await new Promise((next) => requestAnimationFrame(next));
          if (title() !== before && pane.querySelector('[aria-busy="true"]') === null) break;
          if (performance.now() - start > 10_000) throw new Error('the next pair did not come');
        }
        return performance.now() - start;
      },
      /** ms from a change of a parameter's text until the previewed pair is drawn by it. */
      async preview(input, value) {
        const pane = document.querySelector('section[aria-label="Preview"] [aria-busy]')!;
        let isAnswered = false;
        const observer = new MutationObserver(() => (isAnswered = pane.getAttribute('aria-busy') === 'false'));
        observer.observe(pane, { attributeFilter: ['aria-busy'] });
        const start = performance.now();
        // React hears of a value only where it was set past its own setter.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        while (!isAnswered) {
          await new Promise((next) => requestAnimationFrame(next));
          if (performance.now() - start > 10_000) throw new Error('the preview did not come');
        }
        observer.disconnect();
        return performance.now() - start;
      },
    };
  });
}
