import { Tooltip } from '@mantine/core';
import { useRun, isGoing } from '../run/store';
import { texts } from '../texts';
import { useEarlier } from './earlier';
import { earlierWords } from './earlierWords';
import classes from './PairToolbar.module.css';
import { usePairView } from './usePairView';

const t = texts.earlier;

/** Says in the table how values of before look, and how many are done again. */
export function EarlierCount() {
  usePairView();
  useEarlier();
  const words = earlierWords(useRun((state) => isGoing(state.progress)));
  if (words === null) return null;
  return (
    <Tooltip label={words.hint} multiline maw={300}>
      <span className={classes.earlier} tabIndex={0}>
        <i className={classes.swatch} data-earlier aria-hidden="true" />
        <span className={classes.word}>{`${t.legend}: ${words.count}`}</span>
      </span>
    </Tooltip>
  );
}
