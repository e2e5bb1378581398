export { generateDemo, type DemoSummary, type WriteFile } from './generate';
export { DEMO_DEFAULTS, planDemo, type DemoOptions, type DemoPlan } from './plan';
