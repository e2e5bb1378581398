import type { PairDetail } from '@/api';
import { bandName, isSameBand } from '@/core/model';
import { texts } from '../../texts';
import type { Side } from '../compare/useComparison';
import { bandOf } from './bandOf';

const t = texts.pair.bandNotes;

/** Whether one drawing can lie under another. Of a pair with one band any can: that two evaluations differ by their bands
 *  is what they are compared for. Of several bands it is that of the same one. */
export function isComparable(top: PairDetail, under: PairDetail): boolean {
  return top.bands.length === 1 || isSameBand(bandOf(top), bandOf(under));
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
    ...(under === null ? [] : notesOfUnder(detail, under)),
  ];
}

function notesOfUnder(top: PairDetail, { detail, name }: Side): string[] {
  const band = bandOf(detail);
  if (!isComparable(top, detail)) return [t.notDrawn(name, bandName(band))];
  return [...(isSameBand(bandOf(top), band) ? [] : [t.otherBand(name, bandName(band))]), ...storedNotes(detail, name)];
}

function storedNotes({ stored, bands }: PairDetail, name: string): string[] {
  if (stored === undefined) return [];
  return [t.firstOnly(name, bandName(bands[0]!)), ...(stored.hasWindows ? [] : [t.noBands(name)])];
}
