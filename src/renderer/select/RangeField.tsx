import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { texts } from '../texts';
import { parseRange, type RangeName, type RangeText } from './filters';
import { setRange, useFilters } from './filterStore';
import type { Histogram } from './histogram';
import { HistogramSlider } from './HistogramSlider';
import classes from './RangeField.module.css';

const t = texts.select;

interface RangeFieldProps {
  name: RangeName;
  histogram: Histogram | null;
  /** A value of the histogram as it is typed. */
  write: (value: number) => string;
}

/** Two ends of a range, how the values are spread, and what is wrong with what is typed. */
export function RangeField({ name, histogram, write }: RangeFieldProps) {
  const text = useFilters((state) => state[name]);
  const { min, max, issue, wrong } = parseRange(name, text);
  const id = useId();
  const label = t.rangeNames[name];
  const set = (change: Partial<RangeText>) => setRange(name, { ...text, ...change });
  const input = (end: 'from' | 'to') => (
    <TextInput
      className={classes.input}
      w={name === 'time' ? 90 : 50}
      aria-label={t[end](label)}
      aria-describedby={issue === null ? undefined : id}
      error={wrong === end}
      value={text[end]}
      inputMode={name === 'time' ? 'text' : 'decimal'}
      placeholder={histogram ? write(end === 'from' ? histogram.least : histogram.most) : ''}
      onChange={(event) => set({ [end]: event.currentTarget.value })}
      spellCheck={false}
    />
  );
  return (
    <div className={classes.field} role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      {input('from')}
      <span aria-hidden="true">–</span>
      {input('to')}
      {histogram && (
        <HistogramSlider
          histogram={histogram}
          min={min}
          max={max}
          onDrag={(from, to) => set({ from: write(from), to: write(to) })}
        />
      )}
      {issue !== null && (
        <span id={id} className={classes.issue} role="alert">
          {issue}
        </span>
      )}
    </div>
  );
}
