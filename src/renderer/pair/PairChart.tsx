import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ComponentDetail, PairDetail } from '@/api';
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
  other: PairDetail | null;
}

function otherComponent(other: PairDetail | null, letter: string): OtherComponent | null {
  const component = other?.components.find((each) => each.component === letter);
  if (!other || !component) return null;
  const { timeOffset } = other;
  return { component, timeOffset, marks: marksOf(component, timeOffset, component.byHand === true) };
}

const NO_ARRIVALS: PairDetail['arrivals'] = [];

/** One component of a pair, with its windows as they are or as they are being made. */
export function PairChart({ detail, component, layers, range, last, isEditing, other }: PairChartProps) {
  const [plot, setPlot] = useState<ComponentPlot | null>(null);
  const session = useEdit((state) => (isEditing ? state.session : null));
  const letter = component.component;
  const marks = useMemo(
    () => (session ? draftMarks(session, component) : marksOf(component, detail.timeOffset, component.byHand === true)),
    [session, component, detail.timeOffset],
  );
  const under = useMemo(() => otherComponent(other, letter), [other, letter]);
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
      other={under}
      range={range}
      last={last}
      onPlot={setPlot}
      onDrag={isEditing ? onDrag : undefined}
    >
      {isEditing && <WindowHandles component={letter} range={range} />}
    </ComponentChart>
  );
}
