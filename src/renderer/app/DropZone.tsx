import { IconFolderOpen } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { bridge } from '../bridge';
import { texts } from '../texts';
import { openProject } from './actions';
import { notifyRefusal } from './notices';
import { useApp } from './store';
import classes from './DropZone.module.css';

/** Opens a folder that is dropped anywhere on the page, where the shell can tell its path. A browser cannot: the page says
 *  so, and keeps the browser from showing the file in its place. */
export function DropZone({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  const tellsPaths = useApp((state) => state.info?.face === 'electron');

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const path = bridge.pathOf(event.dataTransfer.files[0]);
    if (path !== null) void openProject(path);
    else notifyRefusal(texts.welcome.dropRefused);
  };

  return (
    <div className={classes.zone} onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {over && (
        <div className={classes.over}>
          <IconFolderOpen size={40} stroke={1.4} />
          {tellsPaths ? texts.welcome.dropHere : texts.welcome.dropRefused}
        </div>
      )}
    </div>
  );
}
