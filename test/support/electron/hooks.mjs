const double = new URL('./double.cjs', import.meta.url).href;

export async function resolve(specifier, context, next) {
  return specifier === 'electron' ? { url: double, format: 'commonjs', shortCircuit: true } : next(specifier, context);
}
