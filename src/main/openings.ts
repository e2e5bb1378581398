import { app } from 'electron';
import { z } from 'zod';
import { projectInArguments } from './arguments';

/** Sent along by a second launch: Chromium may reorder the arguments themselves. */
const handedOver = z.object({ project: z.string().nullable() });

/** Takes the one lock of the application, and listens to all that asks it from outside to open something. Must be
 *  called before the app is ready: macOS tells of files earlier.
 *  @returns false in a second launch, which has handed its project to the first and is to quit; else a function to be
 *           called when there is somebody to open things */
export function listenForOpenings(): false | ((open: (path: string | null) => void) => void) {
  const isDefaultApp = process.defaultApp ?? false;
  const project = projectInArguments(process.argv, process.cwd(), isDefaultApp);
  if (!app.requestSingleInstanceLock({ project })) return false;

  const early: string[] = project === null ? [] : [project];
  let open: ((path: string | null) => void) | null = null;
  const openSoon = (path: string | null) => {
    if (open) open(path);
    else if (path !== null) early.push(path);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openSoon(path);
  });
  app.on('second-instance', (_event, argv, workingDirectory, additionalData) => {
    const given = handedOver.safeParse(additionalData);
    openSoon(given.success ? given.data.project : projectInArguments(argv, workingDirectory, isDefaultApp));
  });
  return (listener) => {
    open = listener;
    const last = early.at(-1);
    if (last !== undefined) listener(last);
  };
}
