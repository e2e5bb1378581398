import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { EvaluationSummary } from '@/api';
import { misfit } from '../../common/format';
import { texts } from '../../texts';
import { compareWith, flip, useCompare } from './store';

const t = texts.pair;

/** Chooses the evaluation that the pair is compared with, and which of the two lies on top. */
export function CompareMenu({ others, onOpen }: { others: EvaluationSummary[] | null; onOpen: () => void }) {
  const { evaluation, isFlipped } = useCompare();
  const chosen = others?.some((other) => other.evaluation === evaluation) ? evaluation : null;
  return (
    <>
      {chosen !== null && (
        <Button
          variant={isFlipped ? 'light' : 'default'}
          size="compact-xs"
          aria-pressed={isFlipped}
          title={t.flipHint}
          onClick={flip}
        >
          {t.flip}
        </Button>
      )}
      <Menu position="bottom-end" onOpen={onOpen}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-xs"
            title={t.compareHint}
            rightSection={<IconChevronDown size={12} aria-hidden="true" />}
          >
            {chosen === null ? t.compare : t.comparedWith(chosen)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!others?.length && <Menu.Label>{others ? t.noOthers : t.loading}</Menu.Label>}
          {chosen !== null && <Menu.Item onClick={() => compareWith(null)}>{t.compareNone}</Menu.Item>}
          {others?.map((other) => (
            <Menu.CheckboxItem
              key={other.evaluation}
              closeMenuOnClick
              checked={other.evaluation === chosen}
              onChange={() => compareWith(other.evaluation === chosen ? null : other.evaluation)}
              rightSection={
                <span className="num dim">
                  {texts.nWindows(other.nwin)}, {misfit(other.misfit)}
                </span>
              }
            >
              {other.evaluation}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
