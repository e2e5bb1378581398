import { useEffect, useState } from 'react';
import type { RecordSection } from '@/core/model';
import { api } from '../../bridge';

interface Loaded {
  key: string;
  section: RecordSection | null;
  error: unknown;
}

/** Pixel columns of each trace. */
const COLUMNS = 1000;

/** The record section of one event and component. While another is read, the last one stays.
 *  @param edition changes when the event was processed again */
export function useSection(event: string, component: string, edition: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const key = `${event} ${component} ${edition}`;
  useEffect(() => {
    if (event === '') return;
    let wanted = true;
    api
      .recordSection({ event, component, width: COLUMNS })
      .then((section) => wanted && setLoaded({ key, section, error: null }))
      .catch((error: unknown) => wanted && setLoaded({ key, section: null, error }));
    return () => {
      wanted = false;
    };
  }, [event, component, key]);
  const { section = null, error = null } = loaded ?? {};
  return { section, error, loading: loaded?.key !== key && event !== '' };
}
