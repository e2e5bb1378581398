import type { PairDetail } from '@/api';
import { texts } from '../../texts';
import { Overview } from '../overview/Overview';
import { WindowList } from '../WindowList';
import { Decisions } from './Decisions';
import classes from './SidePanel.module.css';

/** Beside the waveforms: where the pair is, what was decided on it, and its windows in numbers. */
export function SidePanel({ detail }: { detail: PairDetail }) {
  return (
    <aside className={classes.panel} aria-label={texts.pair.side} tabIndex={0}>
      <Overview detail={detail} isEditing={false} stacked />
      <Decisions detail={detail} />
      {detail.components.length > 0 && (
        <section aria-label={texts.pair.windows}>
          <h3 className={classes.heading}>{texts.pair.windows}</h3>
          <div className={classes.windows}>
            <WindowList detail={detail} compact />
          </div>
        </section>
      )}
    </aside>
  );
}
