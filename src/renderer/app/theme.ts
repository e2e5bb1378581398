import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { statusIcons } from './statusIcons';

/** A deep sea teal, the only accent. */
const accent: MantineColorsTuple = [
  '#e9f4f6',
  '#d0e6eb',
  '#a3cdd7',
  '#73b3c2',
  '#4b9db0',
  '#2f8ca1',
  '#187a91',
  '#0f6a80',
  '#0b586b',
  '#074656',
];
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e4e7eb',
  '#d7dbe1',
  '#c3c9d1',
  '#9aa3ae',
  '#606975',
  '#4a525d',
  '#2f363f',
  '#1b2027',
];
const dark: MantineColorsTuple = [
  '#d8dce1',
  '#b9bfc7',
  '#929ba6',
  '#68717d',
  '#3a424c',
  '#2b323a',
  '#232930',
  '#1b2026',
  '#15191e',
  '#101317',
];

const small = { defaultProps: { size: 'xs' } };

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: '#1b2027',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  headings: { fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', fw: 500 } },
    TextInput: small,
    NumberInput: small,
    Checkbox: small,
    SegmentedControl: small,
    Badge: { defaultProps: { tt: 'none' } },
    Text: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, fz: 'xs' } },
    // The placeholder that would take the focus first is no child that a menu may have.
    Menu: { defaultProps: { shadow: 'md', withinPortal: true, withInitialFocusPlaceholder: false } },
  },
});

const LIGHT_SIGNALS = { '--ok': '#1f7a46', '--warn': '#8f5a00', '--bad': '#b42318' };
const DARK_SIGNALS = { '--ok': '#5cc08a', '--warn': '#e3ac53', '--bad': '#f28b82' };

/** Surfaces and signal colours that Mantine has no names for. Each signal colour also comes with an icon or a word. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--surface-chrome': '#f3f5f7',
    '--surface-chrome-hover': '#e6eaed',
    '--surface-panel': '#ffffff',
    '--surface-row-hover': '#f3f6f8',
    '--surface-selected': '#e0eff3',
    '--line': '#dde1e6',
    '--text-dim': '#596270',
    ...LIGHT_SIGNALS,
    ...statusIcons(LIGHT_SIGNALS),
    '--badge': '#8f5a00',
    '--accent-text': '#0b586b',
    '--synthetic': '#d9480f',
    '--sea': '#eef3f6',
  },
  dark: {
    '--mantine-color-body': '#1b2026',
    '--surface-chrome': '#15191e',
    '--surface-chrome-hover': '#20262d',
    '--surface-panel': '#1b2026',
    '--surface-row-hover': '#222830',
    '--surface-selected': '#173a44',
    '--line': '#2e353e',
    '--text-dim': '#98a1ac',
    ...DARK_SIGNALS,
    ...statusIcons(DARK_SIGNALS),
    '--badge': '#8a5a0c',
    '--accent-text': '#a3cdd7',
    '--synthetic': '#ff8a5c',
    '--sea': '#161b20',
  },
});
