export { fitWindows } from './fixed';
export { selectWindows } from './select';
export type { WindowContext, WindowInput, WindowSelection } from './types';
