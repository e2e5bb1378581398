import { it } from 'vitest';
import { processPair } from '@/core/pair';
import { parametersOf, readCases, readProject, checksum } from './support/cases';
import { DemoProject } from './support/demoProject';
it('x', async () => {
  const project = await DemoProject.make(readProject().demo);
  for (const g of readCases()) for (const w of g.pairs) {
    if (!(process.env['WHICH'] ?? '').split(',').some(x => x === `${g.case.name}|${w.pair.join(' ')}`)) continue;
    const input = project.input(w.pair, g.case);
    const r = processPair(input, parametersOf(g.case.set, 5000));
    console.log(r.components.map(c => c.component === 'E' ? [Array.from(c.stalta!.subarray(0, 14)), Array.from(c.synthetic.data.subarray(0, 8))] : ''));
    console.log(g.case.name, w.pair, JSON.stringify(r.components.map(c => [c.component, c.rejected, Object.fromEntries(Object.entries(c.rejected).map(([k, v]) => [k, [v.length, checksum(v)]])), c.windows.map(w => [w.left, w.right, w.center, w.shiftSeconds])])), JSON.stringify(w.rejected), r.warnings);
  }
});
