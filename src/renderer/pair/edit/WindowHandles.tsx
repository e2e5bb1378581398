import { useSyncExternalStore, type KeyboardEvent } from 'react';
import { fixed } from '../../common/format';
import { texts } from '../../texts';
import type { SharedRange } from '../plot/sharedRange';
import { beginDrag } from './drag';
import { change, draftNow, take, useEdit, type Session } from './store';
import { edgeLimits, inOrder, placeEdge, placeWindow, type DraftWindow, type Edge } from './windows';
import classes from './WindowHandles.module.css';

const t = texts.hand;
/** With Shift, arrows go by this many seconds; Page keys by ten times as many. */
const STRIDE = 1;

/** How far a key moves what has the focus, s; null for other keys. */
function strideOf(event: KeyboardEvent, delta: number): number | null {
  const step = event.shiftKey ? STRIDE : delta;
  const strides: Record<string, number> = {
    ArrowRight: step,
    ArrowUp: step,
    ArrowLeft: -step,
    ArrowDown: -step,
    PageUp: 10 * STRIDE,
    PageDown: -10 * STRIDE,
  };
  return strides[event.key] ?? null;
}

interface HandleProps {
  session: Session;
  window: DraftWindow;
  /** Window 2 of 3 on Z. */
  name: string;
  range: SharedRange;
}

/** An edge: a slider for the keyboard, a grip for the pointer. */
function EdgeHandle({ session, window, name, range, edge }: HandleProps & { edge: Edge }) {
  const { axis } = session;
  const time = window[edge];
  const [low, high] = edgeLimits(draftNow(session), window, edge, axis);
  const onKeyDown = (event: KeyboardEvent) => {
    const stride = strideOf(event, axis.delta);
    if (stride === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    take(placeEdge(draftNow(session), window.id, edge, time + stride, axis), `${window.id} ${edge}`);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.edge}
      data-edge={edge}
      aria-label={edge === 'left' ? t.leftEdge(name) : t.rightEdge(name)}
      aria-valuemin={Math.floor(low)}
      aria-valuemax={Math.ceil(high)}
      aria-valuenow={Number(time.toFixed(3))}
      aria-valuetext={t.seconds(fixed(time, 2))}
      onKeyDown={onKeyDown}
      onFocus={() => change({ selected: window.id })}
      onPointerDown={(event) =>
        beginDrag(event, range, time, (to) => placeEdge(draftNow(session), window.id, edge, to, axis))
      }
    />
  );
}

function WindowHandle(props: HandleProps) {
  const { session, window, name, range } = props;
  const { axis, selected } = session;
  const { id, left, right } = window;
  const percent = (share: number) => `${(100 * share).toFixed(4)}%`;
  const onKeyDown = (event: KeyboardEvent) => {
    const stride = strideOf(event, axis.delta);
    if (stride === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    take(placeWindow(draftNow(session), id, left + stride, axis), `${id} window`);
  };
  const onFocus = () => {
    change({ selected: id });
    // Whoever comes by Tab is to see where.
    if (right < range.min || left > range.max) range.centre((left + right) / 2);
  };
  return (
    <div
      className={classes.window}
      style={{ left: percent(range.shareOf(left)), width: percent(range.shareOf(right) - range.shareOf(left)) }}
      data-selected={selected === id || undefined}
      data-left={left}
    >
      <button
        type="button"
        className={classes.body}
        data-window={id}
        aria-label={t.window(name, fixed(left, 2), fixed(right, 2))}
        aria-pressed={selected === id}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDown={(event) => beginDrag(event, range, left, (to) => placeWindow(draftNow(session), id, to, axis))}
      />
      <EdgeHandle {...props} edge="left" />
      <EdgeHandle {...props} edge="right" />
    </div>
  );
}

/** What the windows of one component are worked on with; lies over its plot. */
export function WindowHandles({ component, range }: { component: string; range: SharedRange }) {
  const session = useEdit((state) => state.session);
  useSyncExternalStore(range.subscribe, range.getVersion);
  if (!session) return null;
  const windows = inOrder(draftNow(session).filter((window) => window.component === component));
  return (
    <div className={classes.handles} data-handles role="group" aria-label={t.windowsOf(component)}>
      {windows.map((window, index) => (
        <WindowHandle
          key={window.id}
          session={session}
          window={window}
          name={t.name(index + 1, windows.length, component)}
          range={range}
        />
      ))}
    </div>
  );
}
