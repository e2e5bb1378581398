import { ActionIcon, Menu } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import type { PairKey } from '@/core/model';
import { shownSpan } from '../pair/sight';
import { texts } from '../texts';
import { saveFigure } from './actions';
import type { FigureFormat } from './store';

const t = texts.exporting;
const FORMATS: FigureFormat[] = ['pdf', 'png', 'svg'];

/** Saves the figure of a pair, of the time that is in sight. */
export function SaveFigure({ pair }: { pair: PairKey }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t.saveFigure} title={t.saveFigure}>
          <IconPhotoDown size={17} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => void saveFigure({ event: pair.event, station: pair.station }, format, shownSpan())}
          >
            {t.saveFigureAs(t.formats[format])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
