import { join } from 'node:path';
import type { FoundLayout, LayoutSetting } from '@/core/model';
import type { AsdfReading } from '../asdf/asdfContent';
import { native, type SurveyedFolder } from './walk';
import type { Group } from './groups';

interface Common {
  events: string;
  stations: string;
  outputs: string;
  /** Waveforms that lie outside of ASDF files. */
  sides: { observed: Group | null; synthetics: Group | null } | null;
}

/** Layouts of folders with ASDF files, as pyasdf and Pyatoa make them: both sides in them, or what they lack beside them.
 *  One file of each folder is read. */
export async function asdfLayouts(
  root: string,
  folders: SurveyedFolder[],
  { events, stations, outputs, sides }: Common,
  read: AsdfReading,
): Promise<FoundLayout[]> {
  const found: FoundLayout[] = [];
  for (const { path, files } of folders) {
    const names = files.get('asdf');
    if (names === undefined) continue;
    const file = join(root, native(path), names[0]!);
    const content = await read({ path: file, id: null }, []).catch(() => null);
    if (content === null) continue;
    const place = [
      path,
      ...(names.length === 1 || path === '' ? [names.length === 1 ? names[0]! : '{event_id}.h5'] : []),
    ]
      .filter(Boolean)
      .join('/');
    const tags = new Set([...content.waveforms.values()].flatMap((list) => list.map(({ tag }) => tag)));
    const observed = pick(tags, /^(observed|obs)/);
    const synthetic = pick(tags, /^syn/);
    const layout = {
      ...{
        events: content.event === null ? events : place,
        stations: content.stations.length === 0 ? stations : place,
      },
      observed: observed === null && sides?.observed ? sides.observed.path : place,
      synthetics: synthetic === null && sides?.synthetics ? sides.synthetics.path : place,
      // A dataset that is read is never written.
      outputs: outputs === '' && !place.includes('datasets') ? '' : 'atoa',
      settings: [...observedSettings(observed), ...syntheticSettings(synthetic)],
    };
    found.push({ title: 'ASDF files', layout });
  }
  return found;
}

function pick(tags: ReadonlySet<string>, pattern: RegExp): string | null {
  return [...tags].filter((tag) => pattern.test(tag)).sort()[0] ?? null;
}

function observedSettings(tag: string | null): LayoutSetting[] {
  if (tag === null || tag === 'observed') return [];
  return [{ key: 'observed_tag', value: tag, reason: 'What observed waveforms are called in the ASDF files.' }];
}

function syntheticSettings(tag: string | null): LayoutSetting[] {
  if (tag === null || tag === 'synthetic') return [];
  const [, iteration, step] = /^synthetic_i(\d\d)s(\d\d)$/.exec(tag) ?? [];
  const reason = `Synthetics are called ${tag} in the ASDF files.`;
  if (iteration === undefined) return [{ key: 'synthetic_tag', value: tag, reason }];
  return [
    { key: 'iteration', value: Number(iteration), reason },
    { key: 'step_count', value: Number(step), reason },
  ];
}
