import { useMemo } from 'react';
import type { PairDetail } from '@/api';
import { count } from '../../common/format';
import { texts } from '../../texts';
import { funnelTable } from './funnel';
import classes from './Funnel.module.css';

const t = texts.configure.funnel;

/** Candidates of each component, what each test took, and what is left. */
export function Funnel({ detail }: { detail: PairDetail }) {
  const { steps, rows } = useMemo(() => funnelTable(detail.components), [detail.components]);
  if (steps.length === 0 && rows.every(({ candidates }) => candidates === 0)) return null;
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.candidates}</th>
            {steps.map((step) => (
              <th key={step} scope="col" title={t.steps[step]}>
                {step}
              </th>
            ))}
            <th scope="col">{t.windows}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ component, candidates, taken, windows }) => (
            <tr key={component}>
              <th scope="row">{component}</th>
              <td>{count(candidates)}</td>
              {taken.map((number, i) => (
                <td key={steps[i]} data-none={number === 0 || undefined}>
                  {number === 0 ? '·' : `−${count(number)}`}
                </td>
              ))}
              <td data-left>{count(windows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
