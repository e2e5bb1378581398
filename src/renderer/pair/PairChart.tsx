import { useCallback, useEffect, useMemo, useState, type MouseEvent } from 'react';
import type { ComponentDetail, PairDetail } from '@/api';
import { useApp } from '../app/store';
import { bandOf } from './band/bandOf';
import { isComparable } from './band/notes';
import type { Side } from './compare/useComparison';
import { ComponentChart } from './ComponentChart';
import { add } from './edit/actions';
import { draftMarks } from './edit/marks';
import { addPlot } from './edit/pointer';
import { useEdit } from './edit/store';
import { WindowHandles } from './edit/WindowHandles';
import { marksOf } from './plot/marks';
import { componentMenu, markAt, pairMenu, windowMenu } from './menus';
import type { ComponentPlot } from './plot/componentPlot';
import type { Layers, OtherComponent } from './plot/plotInput';
import type { SharedRange } from './plot/sharedRange';
import { previewOf, spansOf, usePreview } from './side/preview';
import { openContextMenu } from '../common/contextMenu/store';
import { fixed } from '../common/format';
import { texts } from '../texts';

interface PairChartProps {
  detail: PairDetail;
  component: ComponentDetail;
  layers: Layers;
  range: SharedRange;
  last: boolean;
  /** Its windows are being worked on. */
  isEditing: boolean;
  /** The pair by another evaluation. */
  under: Side | null;
  /** It is the pair that is looked at, and can be worked on. */
  isPresent: boolean;
}

function otherComponent(under: Side | null, letter: string): OtherComponent | null {
  const component = under?.detail.components.find((each) => each.component === letter);
  if (!under || !component) return null;
  const { timeOffset, combined } = under.detail;
  const marks = marksOf(component, timeOffset, component.byHand === true);
  const whole = combined?.find((each) => each.component === letter) ?? component;
  return { name: under.name, component, timeOffset, marks, windows: whole.windows.length, misfit: whole.misfit };
}

const NO_ARRIVALS: PairDetail['arrivals'] = [];

/** One component of a pair, with its windows as they are or as they are being made. */
export function PairChart({ detail, component, layers, range, last, isEditing, under, isPresent }: PairChartProps) {
  const [plot, setPlot] = useState<ComponentPlot | null>(null);
  const session = useEdit((state) => (isEditing ? state.session : null));
  const letter = component.component;
  const event = useApp(({ project }) => project?.events.find(({ id }) => id === detail.event));
  const hasOrigin = event !== undefined && event.time !== null;
  const marks = useMemo(
    () => (session ? draftMarks(session, component) : marksOf(component, detail.timeOffset, component.byHand === true)),
    [session, component, detail.timeOffset],
  );
  const detailUnder = under?.detail ?? null;
  const nameUnder = under?.name ?? '';
  const other = useMemo(
    () => otherComponent(detailUnder && { detail: detailUnder, name: nameUnder }, letter),
    [detailUnder, nameUnder, letter],
  );
  useEffect(() => (isEditing && plot ? addPlot(letter, plot, range) : undefined), [isEditing, plot, letter, range]);
  const decision = usePreview((state) => (isPresent ? previewOf(state, detail) : null));
  const onMenu = (event: MouseEvent<HTMLElement>, time: number | null) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-left]') : null;
    const at = time ?? (handle ? Number(handle.dataset.left) : null);
    const mark = at === null ? null : markAt(marks, at);
    const middle = (range.min + range.max) / 2;
    const items = [...componentMenu(detail, letter, time ?? middle), ...pairMenu(detail)];
    if (mark === null) return openContextMenu(event, texts.pairMenu.ofComponent(letter), items, handle);
    const label = texts.pairMenu.ofWindow(letter, fixed(mark.left, 1), fixed(mark.right, 1));
    const [first, ...rest] = items;
    openContextMenu(event, label, [...windowMenu(detail, letter, mark), { ...first!, divided: true }, ...rest], handle);
  };
  const onDrag = useCallback((from: number, to: number) => add(letter, from, to), [letter]);

  return (
    <ComponentChart
      component={component}
      timeOffset={detail.timeOffset}
      hasOrigin={hasOrigin}
      waterlevel={detail.stalta.waterlevel}
      combined={detail.combined?.find((each) => each.component === letter) ?? null}
      arrivals={layers.arrivals ? detail.arrivals : NO_ARRIVALS}
      layers={layers}
      marks={marks}
      other={other}
      isLaidUnder={under !== null && isComparable(detail, under.detail)}
      range={range}
      last={last}
      onPlot={setPlot}
      preview={spansOf(decision, letter, bandOf(detail))}
      onMenu={isPresent ? onMenu : undefined}
      onDrag={isEditing ? onDrag : undefined}
    >
      {isEditing && <WindowHandles component={letter} range={range} />}
    </ComponentChart>
  );
}
