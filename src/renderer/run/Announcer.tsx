import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { RunAnnouncements } from './announce';
import { useRun } from './store';

/** The live region of the run. */
export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    const announcements = new RunAnnouncements();
    return useRun.subscribe(({ progress }) => {
      const sentence = progress && announcements.next(progress, performance.now());
      if (sentence) setText(sentence);
    });
  }, []);
  return <VisuallyHidden aria-live="polite">{text}</VisuallyHidden>;
}
