import { defineConfig } from '@playwright/test'
import { chromiumPath } from './e2e/browser.ts'

// what the workers of one run share is named after the process that started them
process.env['SANAD_TEST_RUN'] ??= `${process.pid}_${Date.now().toString(36)}`

const launchOptions = await chromiumPath()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // `npm test` leaves these to `npm run test:long`: see docs/decisions/0129
  ...(process.env['SHORT'] ? { grepInvert: /@long/ } : {}),
  outputDir: 'e2e/.results',
  // two for each of two processors: journeys wait for the product half of their time
  workers: 4,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // a crowded machine is slow, not wrong: nothing here is judged by the clock
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: [['line'], ['json', { outputFile: 'node_modules/.cache/sanad-test/playwright.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions,
    // a trace costs a third of the time; to look into a failure: npm test -- e2e --trace on
    screenshot: 'only-on-failure',
  },
})
