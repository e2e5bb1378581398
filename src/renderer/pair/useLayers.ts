import { create } from 'zustand';
import type { Layers } from './plot/plotInput';

/** Views that remember their layers apart. */
export type LayersName = 'pair' | 'preview';

const INITIAL: Record<LayersName, Layers> = {
  pair: { stalta: false, adjoint: false, arrivals: true, rejected: [] },
  // Where windows are tuned, what they grow from is to be seen.
  preview: { stalta: true, adjoint: false, arrivals: true, rejected: [] },
};

const keyOf = (name: LayersName) => `atoa-${name}-layers`;

function stored(name: LayersName): Layers {
  try {
    return { ...INITIAL[name], ...(JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}') as Partial<Layers>) };
  } catch {
    return INITIAL[name];
  }
}

/** What the waveform plots show beside the traces; remembered. */
export const useLayerStore = create<Record<LayersName, Layers>>(() => ({
  pair: stored('pair'),
  preview: stored('preview'),
}));

export function setLayers(name: LayersName, layers: Layers): void {
  localStorage.setItem(keyOf(name), JSON.stringify(layers));
  useLayerStore.setState({ [name]: layers });
}

export function useLayers(name: LayersName): [Layers, (layers: Layers) => void] {
  return [useLayerStore((state) => state[name]), (layers) => setLayers(name, layers)];
}
