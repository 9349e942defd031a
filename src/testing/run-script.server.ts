import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { compileCache } from './compiled.ts'

/** Runs one of the product's own programs to its end, as an operator would. */
export async function runScript(
  name: 'backup' | 'restore' | 'verify',
  args: readonly string[],
  environment: Record<string, string>,
): Promise<{ status: number | null; said: string }> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, `../start/${name}.ts`), ...args], {
    env: { PATH, HOME, ...compileCache, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, said }
}

/** The same where it must succeed: for what a test only stands on. */
export async function mustRun(...given: Parameters<typeof runScript>): Promise<string> {
  const { status, said } = await runScript(...given)
  if (status !== 0) throw new Error(`${given[0]} ended with ${status}: ${said}`)
  return said
}
