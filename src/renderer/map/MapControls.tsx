import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus, IconZoomScan } from '@tabler/icons-react';
import { texts } from '../texts';
import classes from './MapView.module.css';

const t = texts.select;
const STEP = 1.6;

interface MapControlsProps {
  onZoom: (factor: number) => void;
  onFit: () => void;
  /** Where there is a selection to zoom to. */
  onSelection?: () => void;
}

export function MapControls({ onZoom, onFit, onSelection }: MapControlsProps) {
  const button = (label: string, Icon: typeof IconPlus, onClick: () => void) => (
    <ActionIcon variant="default" size={28} aria-label={label} title={label} onClick={onClick}>
      <Icon size={16} stroke={1.7} />
    </ActionIcon>
  );
  return (
    <ActionIcon.Group orientation="vertical" className={classes.controls}>
      {button(t.zoomIn, IconPlus, () => onZoom(STEP))}
      {button(t.zoomOut, IconMinus, () => onZoom(1 / STEP))}
      {button(t.fit, IconFocusCentered, onFit)}
      {onSelection && button(t.zoomToSelection, IconZoomScan, onSelection)}
    </ActionIcon.Group>
  );
}
