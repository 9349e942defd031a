/** Matches names against a few globs: `*` inside one folder, `**` through folders, `{a,b}` either. */
export function matcher(patterns: readonly string[]) {
  const whole = patterns.map((pattern) => new RegExp(`^${translate(pattern)}$`))
  return (name: string) => whole.some((each) => each.test(name))
}

function translate(pattern: string) {
  return pattern
    .replaceAll(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    .replaceAll('**/', '\u0001')
    .replaceAll('**', '\u0002')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0001', '(?:.*/)?')
    .replaceAll('\u0002', '.*')
}
