export { useCommandKeys } from './hotkeys';
export { keyNames } from './keys';
export { useApplicationMenu } from './menu';
export { GROUPS, textOf } from './registry';
export { Palette } from './palette/Palette';
