import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus, IconZoomScan } from '@tabler/icons-react';
import { texts } from '../texts';
import classes from './Matrix.module.css';

const t = texts.matrix;
const STEP = 1.5;

export function MatrixControls({ onZoom, onFit }: { onZoom: (factor: number) => void; onFit: () => void }) {
  const button = (label: string, Icon: typeof IconPlus, onClick: () => void) => (
    <ActionIcon variant="default" size={26} aria-label={label} title={label} onClick={onClick}>
      <Icon size={15} stroke={1.7} aria-hidden="true" />
    </ActionIcon>
  );
  return (
    <ActionIcon.Group className={classes.controls}>
      {button(t.zoomIn, IconPlus, () => onZoom(STEP))}
      {button(t.zoomOut, IconMinus, () => onZoom(1 / STEP))}
      {button(t.fit, IconZoomScan, onFit)}
    </ActionIcon.Group>
  );
}
