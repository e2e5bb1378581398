import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { REJECTIONS, type Rejection } from '@/core/model';
import { count } from '../common/format';
import { texts } from '../texts';
import type { Layers } from './plot/plotInput';

const t = texts.pair;

interface RejectedMenuProps {
  detail: PairDetail;
  layers: Layers;
  onLayers: (layers: Layers) => void;
}

/** Shows and hides rejected candidates by reason. */
export function RejectedMenu({ detail, layers, onLayers }: RejectedMenuProps) {
  const counts = REJECTIONS.map((reason) => ({
    reason,
    number: detail.components.reduce((sum, { rejected }) => sum + (rejected[reason]?.length ?? 0), 0),
  })).filter(({ number }) => number > 0);
  const shown = new Set<Rejection>(layers.rejected);
  const toggle = (reason: Rejection) => {
    if (!shown.delete(reason)) shown.add(reason);
    onLayers({ ...layers, rejected: [...shown] });
  };
  const drawn = counts.filter(({ reason }) => shown.has(reason)).length;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-xs"
          title={t.rejectedHint}
          rightSection={<IconChevronDown size={12} aria-hidden="true" />}
        >
          {t.rejected}
          {drawn > 0 && ` (${drawn})`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {counts.length === 0 && <Menu.Label>{t.noRejected}</Menu.Label>}
        {counts.map(({ reason, number }) => (
          <Menu.CheckboxItem
            key={reason}
            checked={shown.has(reason)}
            onChange={() => toggle(reason)}
            rightSection={<span className="num dim">{count(number)}</span>}
          >
            {reason}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
