import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderListing } from '@/api';
import { api } from '../bridge';

interface Folder {
  listing: FolderListing | null;
  error: string | null;
  go(path: string | null): void;
}

/** The folders in one folder, read by the engine. A late answer to an earlier question is dropped. */
export function useFolder(): Folder {
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [error, setError] = useState<string | null>(null);
  const asked = useRef(0);

  const go = useCallback((path: string | null) => {
    const question = ++asked.current;
    api
      .listFolder({ path })
      .then((answer) => {
        if (question !== asked.current) return;
        setListing(answer);
        setError(null);
      })
      .catch((refusal: unknown) => {
        if (question === asked.current) setError(refusal instanceof Error ? refusal.message : String(refusal));
      });
  }, []);

  useEffect(() => go(null), [go]);
  return { listing, error, go };
}
