import { NativeSelect, SegmentedControl } from '@mantine/core';
import type { PairDetail } from '@/api';
import { bandName } from '@/core/model';
import { texts } from '../../texts';
import { chooseBand, useBand } from './store';

const t = texts.pair;
/** More of them have no room beside each other. */
const MOST_BUTTONS = 4;

interface BandChoiceProps {
  detail: PairDetail;
  /** Why another band cannot be chosen now; null where it can. */
  refusal?: string | null;
}

/** Chooses the period band that a pair is looked at in; nothing where there is one. */
export function BandChoice({ detail: { bands, band: shown }, refusal = null }: BandChoiceProps) {
  const wanted = useBand(({ band }) => (band < bands.length ? band : 0));
  if (bands.length < 2) return null;
  const data = bands.map((band, place) => ({ value: String(place), label: bandName(band) }));
  const common = {
    data,
    value: String(refusal === null ? wanted : shown),
    disabled: refusal !== null,
    title: refusal ?? t.bandHint,
    'aria-label': t.band,
  };
  return bands.length > MOST_BUTTONS ? (
    <NativeSelect size="xs" {...common} onChange={({ currentTarget }) => chooseBand(Number(currentTarget.value))} />
  ) : (
    <SegmentedControl {...common} onChange={(value) => chooseBand(Number(value))} />
  );
}
