import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderListing } from '@/api';
import { api } from '../bridge';

interface Folder {
  listing: FolderListing | null;
  /** What was asked for, as it was written, and is answered by the listing; null for the user's home. */
  asked: string | null;
  error: string | null;
  go(path: string | null): void;
}

/** The folders in one folder, read by the engine. A late answer to an earlier question is dropped. */
export function useFolder(): Folder {
  const [answer, setAnswer] = useState<Pick<Folder, 'listing' | 'asked'>>({ listing: null, asked: null });
  const [error, setError] = useState<string | null>(null);
  const questions = useRef(0);

  const go = useCallback((path: string | null) => {
    const question = ++questions.current;
    api
      .listFolder({ path })
      .then((listing) => {
        if (question !== questions.current) return;
        setAnswer({ listing, asked: path });
        setError(null);
      })
      .catch((refusal: unknown) => {
        if (question === questions.current) setError(refusal instanceof Error ? refusal.message : String(refusal));
      });
  }, []);

  useEffect(() => go(null), [go]);
  return { ...answer, error, go };
}
