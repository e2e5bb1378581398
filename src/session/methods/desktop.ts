import { existsSync } from 'node:fs';
import type { Api } from '@/api';
import { figurePath, logPath } from '@/executive';
import { outputFolders } from '@/project';
import { SessionError } from '../error';
import type { Desks } from '../desks';

type DesktopMethods = Pick<
  Api,
  'preferences' | 'setPreferences' | 'versions' | 'publishMenu' | 'showPairFile' | 'showFolder'
>;

const LICENCE = 'MIT';

export function desktopMethods({ host, preferences, project: desk }: Desks): DesktopMethods {
  return {
    preferences: async () => preferences.state,
    setPreferences: (change) => preferences.set(change),
    async versions() {
      const { electron = null, chrome = null, node } = process.versions as Partial<NodeJS.ProcessVersions>;
      return { atoa: host.version, electron, chromium: chrome, node: node ?? '', licence: LICENCE };
    },
    async publishMenu({ entries }) {
      host.publishMenu?.(entries);
      return null;
    },
    async showPairFile({ event, station, which }) {
      const folders = outputFolders(desk.project);
      const path = (which === 'log' ? logPath : figurePath)(folders, { event, station });
      if (!existsSync(path)) {
        throw new SessionError(
          'no-such-file',
          `${event} ${station} has no ${which}.`,
          which === 'figure' ? 'Switch on Figures, and process it again.' : 'Process it again.',
        );
      }
      host.reveal(path);
      return null;
    },
    async showFolder({ which }) {
      host.showFolder?.(which);
      return null;
    },
  };
}
