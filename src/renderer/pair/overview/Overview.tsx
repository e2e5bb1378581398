import { ActionIcon } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconMap, IconMapOff } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { useApp } from '../../app/store';
import { texts } from '../../texts';
import { Facts } from './Facts';
import classes from './Overview.module.css';
import { lackingPlace, pathBetween } from './path';
import { PairMap } from './PairMap';

const t = texts.pair;

interface OverviewProps {
  detail: PairDetail;
  isEditing: boolean;
  /** The facts below the map. */
  stacked?: boolean;
}

/** A pair in facts, and on a small map that can be folded away. While windows are worked on, the plots have the room. */
export function Overview({ detail, isEditing, stacked = false }: OverviewProps) {
  const [isWanted, setOpen] = useLocalStorage({
    key: 'atoa-pair-map',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const event = useApp((state) => state.project?.events.find(({ id }) => id === detail.event));
  const station = useApp((state) => state.project?.stations.find(({ code }) => code === detail.station));
  const path = pathBetween(event, station);
  const isOpen = isWanted && !isEditing;
  const Sign = isOpen ? IconMapOff : IconMap;
  return (
    <div className={classes.overview} data-open={isOpen || undefined} data-stacked={stacked || undefined}>
      {isOpen && event && station && path && <PairMap event={event} station={station} />}
      <Facts
        detail={detail}
        path={path}
        event={event}
        station={station}
        full={isOpen || stacked}
        note={isOpen && !path ? lackingPlace(event, station) : null}
      />
      <ActionIcon
        size={24}
        className={classes.fold}
        aria-label={isOpen ? t.hideMap : t.showMap}
        title={isOpen ? t.hideMap : t.showMap}
        aria-expanded={isOpen}
        disabled={isEditing}
        onClick={() => setOpen(!isOpen)}
      >
        <Sign size={15} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
