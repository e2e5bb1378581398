import { useLocalStorage } from '@mantine/hooks';
import type { Layers } from './plot';

/** Views that remember their layers apart. */
export type LayersName = 'pair' | 'preview';

const INITIAL: Record<LayersName, Layers> = {
  pair: { stalta: false, adjoint: false, arrivals: true, rejected: [] },
  // Where windows are tuned, what they grow from is to be seen.
  preview: { stalta: true, adjoint: false, arrivals: true, rejected: [] },
};

/** What the waveform plots show beside the traces; remembered. */
export function useLayers(name: LayersName): [Layers, (layers: Layers) => void] {
  const [layers, setLayers] = useLocalStorage<Layers>({
    key: `atoa-${name}-layers`,
    defaultValue: INITIAL[name],
    getInitialValueInEffect: false,
  });
  return [layers, setLayers];
}
