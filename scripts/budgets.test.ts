import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Budget, checkBudgets, firstLoad, type Manifest } from './budgets.ts'

const manifest: Manifest = {
  'index.html': { file: 'entry.js', isEntry: true, imports: ['_react.js'] },
  '_react.js': { file: 'react.js' },
  '_table.js': { file: 'table.js', imports: ['_react.js'] },
  'src/views/queue/Queue.tsx': { file: 'queue.js', isDynamicEntry: true, imports: ['_table.js'] },
  'src/views/reports/Reports.tsx': { file: 'reports.js', isDynamicEntry: true },
  'src/words/ar/index.ts': { file: 'ar.js', isDynamicEntry: true },
  'src/words/fr/index.ts': { file: 'fr.js', isDynamicEntry: true },
}
const kilobytes: Record<string, number> = { entry: 10, react: 50, table: 20, queue: 5, reports: 90, ar: 8, fr: 7 }
const staff: Budget = { who: 'staff', limit: 94, loads: ['views/queue'], loadsOneOf: ['words'] }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-budgets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function build() {
  mkdirSync(join(folder, '.vite'))
  mkdirSync(join(folder, 'src/views/queue'), { recursive: true })
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
  // Random bytes do not shrink, so a file weighs what it is said to weigh, and 23 bytes of gzip's own.
  for (const [name, size] of Object.entries(kilobytes))
    writeFileSync(join(folder, `${name}.js`), randomBytes(size * 1000))
}

test('the first load is the entry, the page and all they import, each once, and one language', () => {
  const sizeOf = (key: string) => kilobytes[manifest[key]?.file.replace('.js', '') ?? ''] ?? 0
  expect(firstLoad(manifest, staff, sizeOf).toSorted()).toEqual(
    ['index.html', '_react.js', '_table.js', 'src/views/queue/Queue.tsx', 'src/words/ar/index.ts'].toSorted(),
  )
})

test('a first load within its budget is told with its figure, one past it offends', async () => {
  build()
  const source = join(folder, 'src')
  const within = await checkBudgets(folder, [staff], source)
  expect(within).toEqual({ figures: [expect.stringContaining('93.1 KB')], offences: [] })
  const past = await checkBudgets(folder, [{ ...staff, limit: 93 }], source)
  expect(past).toEqual({ figures: [], offences: [expect.stringContaining('93.1 KB')] })
})

test('nothing built, and a first page that is not there, offend', async () => {
  expect((await checkBudgets(folder, [staff])).offences).toEqual([expect.stringContaining('not built')])
  build()
  const moved = await checkBudgets(folder, [{ ...staff, loads: ['views/gone'] }], join(folder, 'src'))
  expect(moved.offences).toEqual([expect.stringContaining('src/views/gone is not there')])
})
