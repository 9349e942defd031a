import { join } from 'node:path'
import { checkLock } from './complete-lock.ts'
import { checkFileSizes } from './file-sizes.ts'
import { checkImportRules } from './import-rules.ts'
import { checkLogicalCss } from './logical-css.ts'
import { root, runTool } from './run-tool.ts'

export type Step = { name: string; ok: boolean; seconds: number; findings: string }

/** Everything that can be told about the source without running it. */
export async function check(): Promise<Step[]> {
  const source = join(root, 'src')
  const steps = [
    step('format', () => tool('oxfmt', '--check', '.')),
    step('lint', () => tool('oxlint')),
    step('types', () => tool('tsc', '--noEmit', '--pretty', 'false', '-p', '.')),
    step('import rules', () => found(checkImportRules(source).offences)),
    step('logical styles', () => found(checkLogicalCss(source))),
    step('lock file', () => found(checkLock())),
    step('file sizes', () => found(checkFileSizes(source))),
  ]
  return Promise.all(steps)
}

type Outcome = Pick<Step, 'ok' | 'findings'>

async function step(name: string, run: () => Outcome | Promise<Outcome>): Promise<Step> {
  const start = performance.now()
  const { ok, findings } = await outcomeOf(run)
  const seconds = (performance.now() - start) / 1000
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(shorten(findings.trimEnd()).replaceAll(/^/gm, '       '))
  return { name, ok, seconds, findings }
}

/** A step that falls over has found something too. */
async function outcomeOf(run: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await run()
  } catch (error) {
    return { ok: false, findings: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function tool(name: string, ...args: string[]): Promise<Outcome> {
  const { ok, ended, output } = await runTool(name, args, { minutes: 30 })
  return { ok, findings: output.trim() || `${name}: ${ended}` }
}

function found(offences: readonly string[]): Outcome {
  return { ok: offences.length === 0, findings: offences.join('\n') }
}

function shorten(findings: string, most = 120) {
  const lines = findings.split('\n')
  return lines.length > most
    ? [...lines.slice(0, most), `… and ${lines.length - most} lines more`].join('\n')
    : findings
}

if (import.meta.main) {
  const steps = await check()
  process.exitCode = steps.every(({ ok }) => ok) ? 0 : 1
}
