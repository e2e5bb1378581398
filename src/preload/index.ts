import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CHANNELS, type ApiEvents, type Bridge, type EventName, type Reply } from '@/api';

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CHANNELS.call, method, input) as Promise<Reply<unknown>>,
  on<E extends EventName>(name: E, listener: (payload: ApiEvents[E]) => void) {
    // The IPC event itself stays here: it would give the page the sender.
    const forward = (_event: IpcRendererEvent, event: EventName, payload: ApiEvents[E]) => {
      if (event === name) listener(payload);
    };
    ipcRenderer.on(CHANNELS.event, forward);
    return () => {
      ipcRenderer.off(CHANNELS.event, forward);
    };
  },
  // The engine lives as long as the window.
  onConnection: () => () => undefined,
  pathOf(file) {
    try {
      return webUtils.getPathForFile(file as File) || null;
    } catch {
      // What is no file, or none of the disk, has no path.
      return null;
    }
  },
};

contextBridge.exposeInMainWorld('atoa', bridge);
