import { ActionIcon } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconPin,
  IconX,
} from '@tabler/icons-react';
import type { PairKey } from '@/core/model';
import { setArea } from '../app/store';
import { pin } from '../configure/preview/store';
import { StatusCell } from '../pairs/StatusCell';
import type { PairRow } from '../pairs/rows';
import { count } from '../common/format';
import { SaveFigure } from '../export/SaveFigure';
import { texts } from '../texts';
import { DraftMarks } from './edit/DraftMarks';
import { currentOrder, hasNeighbour, positionOf, stepPair } from './neighbours';
import classes from './PairPane.module.css';
import { closePair, setMaximized, setSide, usePair } from './store';

const t = texts.pair;

export function PairHeader({ pair, row }: { pair: PairKey; row: PairRow | undefined }) {
  const position = positionOf(pair);
  const maximized = usePair((state) => state.maximized);
  const side = usePair((state) => state.side);
  const button = (label: string, Icon: typeof IconX, onClick: () => void, disabled = false) => (
    <ActionIcon aria-label={label} title={label} onClick={onClick} disabled={disabled}>
      <Icon size={17} stroke={1.7} />
    </ActionIcon>
  );
  return (
    <header className={classes.header}>
      <h2 className={classes.title}>
        {pair.event} · {pair.station}
      </h2>
      {row && <StatusCell status={row.status} />}
      <DraftMarks pair={pair} />
      <span className={classes.space} />
      {position !== null && (
        <span className={classes.position}>
          {count(position)} / {count(currentOrder().length)}
        </span>
      )}
      {button(texts.configure.pinOpen, IconPin, () => {
        pin([pair]);
        setArea('configure');
      })}
      <SaveFigure pair={pair} />
      <ActionIcon.Group>
        {button(t.previous, IconChevronUp, () => stepPair(-1), !hasNeighbour(-1))}
        {button(t.next, IconChevronDown, () => stepPair(1), !hasNeighbour(1))}
      </ActionIcon.Group>
      {button(side ? t.hideSide : t.showSide, side ? IconLayoutSidebarRightFilled : IconLayoutSidebarRight, () =>
        setSide(!side),
      )}
      {button(maximized ? t.restore : t.maximize, maximized ? IconArrowsMinimize : IconArrowsMaximize, () =>
        setMaximized(!maximized),
      )}
      {button(t.close, IconX, closePair)}
    </header>
  );
}
