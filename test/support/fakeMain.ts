import { parseArgs } from 'node:util';
import { startFakeEngine } from './fakeEngine';

/** Serves the built renderer with made-up data, to look at it: --root out/renderer --port 4777 --events 30 --rate 60. */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: 'out/renderer' },
    port: { type: 'string', default: '4777' },
    events: { type: 'string', default: '30' },
    stations: { type: 'string', default: '60' },
    rate: { type: 'string', default: '60' },
    finished: { type: 'boolean', default: false },
  },
});
const { url } = await startFakeEngine({
  root: values.root,
  port: Number(values.port),
  events: Number(values.events),
  stations: Number(values.stations),
  rate: Number(values.rate),
  finished: values.finished,
});
console.log(url);
