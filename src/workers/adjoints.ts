import { writeAdjointSource } from '@/formats';
import type { ComponentResult, PairResult } from '@/core/pair';

/** An adjoint source file: its name, and what is in it. */
export interface AdjointFile {
  name: string;
  bytes: Uint8Array;
}

/** The adjoint source files of a pair, NN.SSS.CCC.adj in forward time; none where no component has a source. SPECFEM
 *  wants all components of a station that has one: the others are zero.
 *  @param components configured
 *  @see Pyatoa's Manager.write_adjsrcs with write_blanks */
export function adjointFiles(station: string, components: string[], result: PairResult): AdjointFile[] {
  const sources = result.components.filter(({ adjoint }) => adjoint !== null);
  const [first] = sources;
  if (!first) return [];
  return components.map((component) => {
    const own = result.components.find((each) => each.component === component);
    const { length } = first.synthetic.data;
    const data = own?.adjoint?.data ?? new Float64Array(own?.synthetic.data.length ?? length);
    const bytes = writeAdjointSource(result.timeOffset, (own ?? first).synthetic.delta, data);
    return { name: `${station}.${channelOf(component, own, first)}.adj`, bytes };
  });
}

/** The synthetic's channel; for a component without any, that of another with this letter. */
function channelOf(component: string, own: ComponentResult | undefined, other: ComponentResult): string {
  return own?.adjoint?.channel ?? own?.synthetic.channel ?? `${other.synthetic.channel.slice(0, -1)}${component}`;
}
