import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { projectInArguments } from './arguments';

const packaged = (...args: string[]) => projectInArguments(['/opt/atoa', ...args], '/home/ada', false);

it('finds the folder or file in the arguments of a packaged application', () => {
  expect(packaged()).toBeNull();
  expect(packaged('--announce', '--original-process-start-time=1')).toBeNull();
  expect(packaged('--announce', 'demo/atoa.yaml')).toBe(resolve('/home/ada/demo/atoa.yaml'));
  expect(packaged('/data/p')).toBe(resolve('/data/p'));
  expect(packaged('file:///data/a%20b/atoa.yaml')).toBe(resolve('/data/a b/atoa.yaml'));
});

it('takes the option first, and skips the folder that Electron itself was given', () => {
  const argv = ['electron', '/src/atoa', '--project=p', 'q'];
  expect(projectInArguments(argv, '/home/ada', true)).toBe(resolve('/home/ada/p'));
  expect(projectInArguments(['electron', '/src/atoa'], '/home/ada', true)).toBeNull();
  expect(projectInArguments(['electron', '/src/atoa', 'q'], '/home/ada', true)).toBe(resolve('/home/ada/q'));
  const switches = ['electron', '--inspect=0', '--no-sandbox', '/src/atoa'];
  expect(projectInArguments(switches, '/home/ada', true)).toBeNull();
  expect(projectInArguments([...switches, 'q'], '/home/ada', true)).toBe(resolve('/home/ada/q'));
});

it('takes no path from an address that has none here', () => {
  expect(packaged('file://elsewhere/a%2Fb')).toBeNull();
  expect(packaged('file:///a%zz')).toBeNull();
});
