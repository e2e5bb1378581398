import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowsHorizontal, IconChevronDown } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PairDetail } from '@/api';
import { REJECTIONS, type Rejection } from '@/core/model';
import { count } from '../common/format';
import { texts } from '../texts';
import { ComponentChart } from './ComponentChart';
import { Legend } from './Legend';
import { marksOf } from './marks';
import type { Layers } from './plot';
import { SharedRange } from './sharedRange';
import { useLayers, type LayersName } from './useLayers';
import classes from './Waveforms.module.css';

const t = texts.pair;

function RejectedMenu({
  detail,
  layers,
  onLayers,
}: {
  detail: PairDetail;
  layers: Layers;
  onLayers: (l: Layers) => void;
}) {
  const counts = REJECTIONS.map((reason) => ({
    reason,
    number: detail.components.reduce((sum, { rejected }) => sum + (rejected[reason]?.length ?? 0), 0),
  })).filter(({ number }) => number > 0);
  const shown = new Set<Rejection>(layers.rejected);
  const toggle = (reason: Rejection) => {
    if (!shown.delete(reason)) shown.add(reason);
    onLayers({ ...layers, rejected: [...shown] });
  };
  const drawn = counts.filter(({ reason }) => shown.has(reason)).length;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-xs"
          title={t.rejectedHint}
          rightSection={<IconChevronDown size={12} aria-hidden="true" />}
        >
          {t.rejected}
          {drawn > 0 && ` (${drawn})`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {counts.length === 0 && <Menu.Label>{t.noRejected}</Menu.Label>}
        {counts.map(({ reason, number }) => (
          <Menu.CheckboxItem
            key={reason}
            checked={shown.has(reason)}
            onChange={() => toggle(reason)}
            rightSection={<span className="num dim">{count(number)}</span>}
          >
            {reason}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface WaveformsProps {
  detail: PairDetail;
  layersName: LayersName;
  /** Called when somebody zooms in: more columns are wanted. */
  onZoom: () => void;
}

/** The components of a pair, one above the other, on one time axis. */
export function Waveforms({ detail, layersName, onZoom }: WaveformsProps) {
  const [layers, setLayers] = useLayers(layersName);
  const [zoomed, setZoomed] = useState(false);
  const [range] = useState(() => new SharedRange(setZoomed));
  const told = useRef(onZoom);
  useEffect(() => {
    told.current = onZoom;
  }, [onZoom]);
  useEffect(() => {
    if (zoomed) told.current();
  }, [zoomed, detail.event, detail.station]);

  const [first] = detail.components;
  const start = detail.timeOffset;
  const end = start + (first ? (first.length - 1) * first.delta : 0);
  useEffect(() => range.setFull(start, end), [range, start, end]);

  const arrivals = useMemo(() => (layers.arrivals ? detail.arrivals : []), [layers.arrivals, detail.arrivals]);
  const marks = useMemo(
    () => detail.components.map((component) => marksOf(component, detail.timeOffset, false)),
    [detail],
  );
  return (
    <>
      <div className={classes.bar}>
        <Legend layers={layers} onLayers={setLayers} />
        <span className={classes.space} />
        <RejectedMenu detail={detail} layers={layers} onLayers={setLayers} />
        <ActionIcon
          variant="default"
          size={24}
          aria-label={t.resetZoom}
          title={`${t.resetZoom}. ${t.zoomHint}`}
          disabled={!zoomed}
          onClick={() => range.reset()}
        >
          <IconArrowsHorizontal size={14} aria-hidden="true" />
        </ActionIcon>
      </div>
      <div className={classes.charts}>
        {detail.components.map((component, index) => (
          <ComponentChart
            key={component.component}
            component={component}
            timeOffset={detail.timeOffset}
            waterlevel={detail.stalta.waterlevel}
            arrivals={arrivals}
            layers={layers}
            marks={marks[index]!}
            other={null}
            range={range}
            last={index === detail.components.length - 1}
          />
        ))}
      </div>
    </>
  );
}
