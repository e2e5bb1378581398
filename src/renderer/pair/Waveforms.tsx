import { ActionIcon } from '@mantine/core';
import { IconArrowsHorizontal } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { PairDetail } from '@/api';
import type { PeriodBand } from '@/core/model';
import { dateTime } from '../common/format';
import { texts } from '../texts';
import { bandNotes, isComparable } from './band/notes';
import type { Side } from './compare/useComparison';
import { Legend } from './Legend';
import { PairChart } from './PairChart';
import { RejectedMenu } from './RejectedMenu';
import { SharedRange } from './plot/sharedRange';
import { previewOf, usePreview } from './side/preview';
import { look } from './sight';
import { useLayers, type LayersName } from './useLayers';
import classes from './Waveforms.module.css';

const t = texts.pair;

interface WaveformsProps {
  detail: PairDetail;
  layersName: LayersName;
  /** Called when somebody zooms in: more columns are wanted. */
  onZoom: () => void;
  isEditing?: boolean;
  /** Name of the evaluation. */
  name?: string;
  /** The period band whose traces are preprocessed twice; null for none. */
  twice?: PeriodBand | null;
  /** Another evaluation, that is laid under it. */
  under?: Side | null;
}

/** The components of a pair, one above the other, on one time axis. */
export function Waveforms(props: WaveformsProps) {
  const { detail, layersName, onZoom, isEditing = false, name = '', under = null, twice = null } = props;
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
  // Not of the small ones that a preview has.
  useEffect(() => (layersName === 'pair' ? look(range) : undefined), [layersName, range]);

  // Neither a preview of other parameters nor another evaluation can be worked on.
  const isPresent = layersName === 'pair' && name === t.presentEvaluation;
  const preview = usePreview((state) => (isPresent ? previewOf(state, detail) : null));
  const isLaidUnder = under !== null && isComparable(detail, under.detail);
  const notes = bandNotes(detail, name, under, twice);
  const byHand = isEditing || detail.components.some((each) => each.byHand === true && each.windows.length > 0);
  return (
    <>
      <div className={classes.bar}>
        <Legend
          layers={layers}
          onLayers={setLayers}
          byHand={byHand}
          top={under && name}
          under={isLaidUnder ? under.name : null}
          isOneOfBands={detail.bands.length > 1}
          preview={preview && texts.hand.previewLegend(preview.by, dateTime(preview.at))}
        />
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
      {notes.length > 0 && <p className={classes.notes}>{notes.join(' ')}</p>}
      <div className={classes.charts} role="group" aria-label={t.waveforms} tabIndex={0}>
        {detail.components.map((component, index) => (
          <PairChart
            key={component.component}
            detail={detail}
            component={component}
            layers={layers}
            range={range}
            last={index === detail.components.length - 1}
            isEditing={isEditing}
            under={under}
            isPresent={isPresent}
          />
        ))}
      </div>
    </>
  );
}
