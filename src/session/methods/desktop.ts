import type { Api } from '@/api';
import type { Desks } from '../desks';

type DesktopMethods = Pick<Api, 'preferences' | 'setPreferences' | 'versions' | 'publishMenu' | 'showFolder'>;

const LICENCE = 'MIT';

export function desktopMethods({ host, preferences }: Desks): DesktopMethods {
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
    async showFolder({ which }) {
      host.showFolder?.(which);
      return null;
    },
  };
}
