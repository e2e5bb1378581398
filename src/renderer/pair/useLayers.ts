import { useLocalStorage } from '@mantine/hooks';
import type { Layers } from './ComponentChart';

const INITIAL: Layers = { stalta: false, adjoint: false, arrivals: true, rejected: [] };

/** What the waveform plots show beside the traces; remembered. */
export function useLayers(): [Layers, (layers: Layers) => void] {
  const [layers, setLayers] = useLocalStorage<Layers>({
    key: 'atoa-pair-layers',
    defaultValue: INITIAL,
    getInitialValueInEffect: false,
  });
  return [layers, setLayers];
}
