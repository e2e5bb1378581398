import { CloseButton } from '@mantine/core';
import { texts } from '../texts';
import { rangeWords, type FilterTexts, type RangeName } from './filters';
import { setRange, setTerms, useFilters } from './filterStore';
import classes from './RangeField.module.css';

const t = texts.select;

interface Chip {
  words: string;
  clear: () => void;
}

function chipsOf(filters: FilterTexts, names: RangeName[], terms: 'events' | 'stations' | null): Chip[] {
  const chips: Chip[] = names.flatMap((name) => {
    const words = rangeWords(name, filters[name]);
    return words === null ? [] : [{ words, clear: () => setRange(name, { from: '', to: '' }) }];
  });
  const typed = terms === null ? '' : filters[terms].trim();
  return typed === '' ? chips : [{ words: t.wildcards(typed), clear: () => setTerms(terms!, '') }, ...chips];
}

/** Filters in effect, each with what takes it back. */
export function FilterChips({ kind, names }: { kind: 'events' | 'stations' | 'pairs'; names: RangeName[] }) {
  const filters = useFilters();
  const chips = chipsOf(filters, names, kind === 'pairs' ? null : kind);
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t.chips[kind]}>
      {chips.map(({ words, clear }) => (
        <li key={words} className={classes.chip}>
          {words}
          <CloseButton size={16} aria-label={t.removeChip(words)} title={t.removeChip(words)} onClick={clear} />
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className={classes.clear} onClick={() => chips.forEach(({ clear }) => clear())}>
            {t.clearAll}
          </button>
        </li>
      )}
    </ul>
  );
}
