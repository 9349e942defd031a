import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './run-tool.ts'

/** What somebody's first page needs, and how much JavaScript (gzip, in thousands of bytes) that may be. */
export type Budget = {
  who: string
  limit: number
  /** Folders of `src/` whose lazily loaded pieces the first page loads, all of them. */
  loads: readonly string[]
  /** Places of which the first page loads one piece: the largest is counted (one language's words, say). */
  loadsOneOf: readonly string[]
}

const budgets: readonly Budget[] = [
  {
    who: 'staff',
    limit: 260,
    loads: ['views/incoming-requests'],
    loadsOneOf: ['words/*/for-everyone', 'words/*/for-staff'],
  },
  { who: 'customer', limit: 180, loads: ['views/ticket-request'], loadsOneOf: ['words/*/for-everyone'] },
]

type Chunk = { file: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[] }
export type Manifest = Record<string, Chunk>

/** Weighs the built pages. Nothing built, or a page that is not there, is an offence and no silence. */
export async function checkBudgets(built: string, wanted = budgets, source = join(root, 'src')) {
  const manifestFile = join(built, '.vite/manifest.json')
  if (!existsSync(manifestFile))
    return {
      figures: [],
      offences: ['the pages are not built: no dist/.vite/manifest.json (vite build, with build.manifest)'],
    }
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const sizeOf = (chunk: string) => gzipSync(readFileSync(join(built, manifest[chunk]?.file ?? ''))).length

  const figures: string[] = []
  const offences: string[] = []
  for (const budget of wanted) {
    const missing = budget.loads.filter((folder) => !existsSync(join(source, folder)))
    if (missing.length > 0) {
      offences.push(
        `budget of ${budget.who}: src/${missing.join(', src/')} is not there; name its first page in scripts/budgets.ts`,
      )
      continue
    }
    const chunks = firstLoad(manifest, budget, sizeOf)
    const thousands = chunks.reduce((sum, chunk) => sum + sizeOf(chunk), 0) / 1000
    const figure = `${budget.who}'s first load: ${thousands.toFixed(1)} KB of JavaScript, gzip, in ${chunks.length} files (may be ${budget.limit})`
    if (thousands <= budget.limit) figures.push(figure)
    else offences.push(figure)
  }
  return { figures, offences }
}

/** The entry, the first page's own pieces, and all that they import at once. */
export function firstLoad(manifest: Manifest, budget: Budget, sizeOf: (chunk: string) => number) {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry && manifest[key].file.endsWith('.js'))
  if (entries.length === 0) throw new Error('the manifest names no entry')
  // `*` stands for one folder: a language, say
  const lazyIn = (place: string) => {
    const fits = new RegExp(`^src/${place.replace('*', '[^/]+')}[/.]`)
    return Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry && fits.test(key))
  }

  const chunks = withImports(manifest, [...entries, ...budget.loads.flatMap(lazyIn)])
  for (const folder of budget.loadsOneOf) {
    const choices = lazyIn(folder).map((piece) => withImports(manifest, [...chunks, piece]))
    const weigh = (choice: ReadonlySet<string>) => [...choice].reduce((sum, chunk) => sum + sizeOf(chunk), 0)
    const heaviest = choices.toSorted((one, other) => weigh(other) - weigh(one))[0]
    for (const chunk of heaviest ?? []) chunks.add(chunk)
  }
  return [...chunks]
}

function withImports(manifest: Manifest, keys: readonly string[]) {
  const chunks = new Set(keys)
  for (const key of chunks) for (const imported of manifest[key]?.imports ?? []) chunks.add(imported)
  return chunks
}

if (import.meta.main) {
  const { figures, offences } = await checkBudgets(join(root, 'dist'))
  for (const figure of figures) console.log(`ok     ${figure}`)
  for (const offence of offences) console.log(`FAILED ${offence}`)
  process.exitCode = offences.length > 0 ? 1 : 0
}
