import { ActionIcon } from '@mantine/core';
import { IconPinnedOff } from '@tabler/icons-react';
import { pairId, type PairKey } from '@/core/model';
import { count, misfit } from '../../common/format';
import { texts } from '../../texts';
import classes from './PinnedPairs.module.css';
import { totalsOf, type PairTotals } from '../../pair/totals';
import { choose, unpin, usePreview, type Answer } from './store';

const t = texts.configure;

/** What is now, and what it was by the saved parameters where that differs. */
function Change({ now, was }: { now: string; was: string | null }) {
  return (
    <>
      {was !== null && was !== now && (
        <span className="dim">
          {was} <span aria-label={t.becomes}>→</span>{' '}
        </span>
      )}
      <b>{now}</b>
    </>
  );
}

function Figures({ answer, was }: { answer: Answer | undefined; was: PairTotals | undefined }) {
  if (!answer) return <td colSpan={2}>…</td>;
  if (!answer.detail || answer.detail.error) {
    return (
      <td colSpan={2} className={classes.failed}>
        {texts.pairs.status.failed}
      </td>
    );
  }
  const now = totalsOf(answer.detail);
  return (
    <>
      <td className={classes.numeric}>
        <Change now={count(now.windows)} was={was ? count(was.windows) : null} />
      </td>
      <td className={classes.numeric}>
        <Change now={misfit(now.misfit)} was={was ? misfit(was.misfit) : null} />
      </td>
    </>
  );
}

function PinnedLine({ pair }: { pair: PairKey }) {
  const id = pairId(pair);
  const isChosen = usePreview((state) => state.chosen === id);
  const answer = usePreview((state) => state.answers[id]);
  const was = usePreview((state) => state.before[id]);
  const name = `${pair.event} · ${pair.station}`;
  return (
    <tr data-chosen={isChosen || undefined} onClick={() => choose(pair)}>
      <th scope="row">
        <button type="button" className={classes.name} aria-pressed={isChosen} title={name}>
          {name}
        </button>
      </th>
      <Figures answer={answer} was={was} />
      <td className={classes.tool}>
        <ActionIcon
          size={20}
          aria-label={t.unpin(name)}
          title={t.unpin(name)}
          onClick={(event) => {
            event.stopPropagation();
            unpin(pair);
          }}
        >
          <IconPinnedOff size={14} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </td>
    </tr>
  );
}

/** The pinned pairs with what they come to; a click draws one. */
export function PinnedPairs() {
  const pins = usePreview((state) => state.pins);
  return (
    <div className={classes.scroller} tabIndex={-1}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t.pinned}</th>
            <th scope="col" className={classes.numeric}>
              {t.windows}
            </th>
            <th scope="col" className={classes.numeric}>
              {t.misfit}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {pins.map((pair) => (
            <PinnedLine key={pairId(pair)} pair={pair} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
