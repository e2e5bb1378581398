// A machine of many cores, as far as a program asks: all workers that a run may have are then started at once, which a machine
// with as few cores as those that tests run on leaves to the pairs (src/executive/processes/growth.ts).
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

os.availableParallelism = () => 64;
syncBuiltinESMExports();
