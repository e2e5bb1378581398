/** Names of the Electron IPC channels. In a file of their own: the preload script, which can load no package, takes nothing
 *  else of the api at run time. */
export const CHANNELS = { call: 'atoa:call', event: 'atoa:event' } as const;
