import type { PairDetail } from '@/api';
import { bandName, isSameBand } from '@/core/model';
import { texts } from '../../texts';
import type { Side } from '../compare/useComparison';

const t = texts.pair.bandNotes;

/** The band that a pair is drawn in. */
export function bandOf({ bands, band }: PairDetail) {
  return bands[band]!;
}

/** Whether two drawings are of one period band, so that one can lie under the other. */
export function isComparable(top: PairDetail, under: PairDetail): boolean {
  return isSameBand(bandOf(top), bandOf(under));
}

/** What is to be known of what is drawn of several period bands.
 *  @param twice the band whose traces are preprocessed twice; null for none
 *  @param under another evaluation that lies under it, or would */
export function bandNotes(
  detail: PairDetail,
  name: string,
  under: Side | null,
  twice: PairDetail['bands'][number] | null,
): string[] {
  const isTwice = detail.bands.length > 1 && twice !== null && isSameBand(bandOf(detail), twice);
  return [
    ...(isTwice ? [t.twice] : []),
    ...storedNotes(detail, name),
    ...(under && !isComparable(detail, under.detail)
      ? [t.otherBand(under.name, bandName(bandOf(under.detail)))]
      : under
        ? storedNotes(under.detail, under.name)
        : []),
  ];
}

function storedNotes({ stored, bands }: PairDetail, name: string): string[] {
  if (stored === undefined) return [];
  return [t.firstOnly(name, bandName(bands[0]!)), ...(stored.hasWindows ? [] : [t.noBands(name)])];
}
