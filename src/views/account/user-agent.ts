export type Device = { browser: string | null; system: string | null }

// In this order: each browser also names those that it wants to be taken for.
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
]

/** What people call the program and the machine that a User-Agent header speaks of; as far as it says so. */
export const deviceOf = (userAgent: string | null): Device => {
  const named = (names: readonly [RegExp, string][]) =>
    names.find(([sign]) => userAgent !== null && sign.test(userAgent))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}
