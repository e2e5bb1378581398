const double = new URL('./double.mjs', import.meta.url).href;

export async function resolve(specifier, context, next) {
  return specifier === 'electron' ? { url: double, format: 'module', shortCircuit: true } : next(specifier, context);
}
