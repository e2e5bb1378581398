import { useState } from 'react';

const PREFIX = 'atoa-';

/** One of some choices, remembered under a name. */
export function useStored<T extends string>(name: string, choices: readonly T[]): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const stored = localStorage.getItem(PREFIX + name);
    return choices.find((choice) => choice === stored) ?? choices[0]!;
  });
  return [
    value,
    (next) => {
      localStorage.setItem(PREFIX + name, next);
      setValue(next);
    },
  ];
}
