import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ComponentDetail, PairDetail } from '@/api';
import type { Side } from './compare/useComparison';
import { ComponentChart } from './ComponentChart';
import { add } from './edit/actions';
import { draftMarks } from './edit/marks';
import { addPlot } from './edit/pointer';
import { useEdit } from './edit/store';
import { WindowHandles } from './edit/WindowHandles';
import { marksOf } from './marks';
import type { ComponentPlot, Layers, OtherComponent } from './plot';
import type { SharedRange } from './sharedRange';

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
}

function otherComponent(under: Side | null, letter: string): OtherComponent | null {
  const component = under?.detail.components.find((each) => each.component === letter);
  if (!under || !component) return null;
  const { timeOffset } = under.detail;
  return { name: under.name, component, timeOffset, marks: marksOf(component, timeOffset, component.byHand === true) };
}

const NO_ARRIVALS: PairDetail['arrivals'] = [];

/** One component of a pair, with its windows as they are or as they are being made. */
export function PairChart({ detail, component, layers, range, last, isEditing, under }: PairChartProps) {
  const [plot, setPlot] = useState<ComponentPlot | null>(null);
  const session = useEdit((state) => (isEditing ? state.session : null));
  const letter = component.component;
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
  const onDrag = useCallback((from: number, to: number) => add(letter, from, to), [letter]);

  return (
    <ComponentChart
      component={component}
      timeOffset={detail.timeOffset}
      waterlevel={detail.stalta.waterlevel}
      arrivals={layers.arrivals ? detail.arrivals : NO_ARRIVALS}
      layers={layers}
      marks={marks}
      other={other}
      range={range}
      last={last}
      onPlot={setPlot}
      onDrag={isEditing ? onDrag : undefined}
    >
      {isEditing && <WindowHandles component={letter} range={range} />}
    </ComponentChart>
  );
}
