// The built pair worker, which leaves beside ATOA_MEASURES what its latest answer has cost: milliseconds of processor time, and
// the most memory that the process has had so far, MB.
import { writeFileSync } from 'node:fs';

const file = `${process.env.ATOA_MEASURES}.${process.pid}`;
let began = process.cpuUsage();

await import(process.env.ATOA_PAIR_WORKER);

process.on('message', ({ type }) => {
  if (type === 'job') began = process.cpuUsage();
});
const send = process.send.bind(process);
process.send = (message) => {
  if (message.type === 'reply' || message.type === 'threw') {
    const { user, system } = process.cpuUsage(began);
    const mb = process.resourceUsage().maxRSS / 1024;
    writeFileSync(file, JSON.stringify({ ms: (user + system) / 1000, mb }));
  }
  return send(message);
};
