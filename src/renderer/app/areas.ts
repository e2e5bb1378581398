import {
  IconAdjustmentsHorizontal,
  IconChartHistogram,
  IconFileExport,
  IconFolders,
  IconMapPin,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { texts } from '../texts';
import type { Area } from './store';

/** The areas of the workbench, in the order of the work. */
export const AREAS = [
  { area: 'project', text: texts.shell.project, Icon: IconFolders },
  { area: 'select', text: texts.shell.select, Icon: IconMapPin },
  { area: 'configure', text: texts.shell.configure, Icon: IconAdjustmentsHorizontal },
  { area: 'run', text: texts.shell.run, Icon: IconPlayerPlay },
  { area: 'results', text: texts.shell.results, Icon: IconChartHistogram },
  { area: 'export', text: texts.shell.export, Icon: IconFileExport },
] as const satisfies { area: Area; text: string; Icon: typeof IconMapPin }[];
