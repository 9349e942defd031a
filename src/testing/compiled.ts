import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * For processes that tests start: what Node made of the TypeScript files is kept here, and they come up with half the work.
 * Node writes it when a process ends by itself; those that tests kill would never leave anything, so `compile` does.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/sanad-compiled'),
}

/** Once before the tests. Where it fails, everything works and takes longer. */
export async function compile(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'compile-all.ts')], {
    env: { ...process.env, ...compileCache },
    stdio: 'ignore',
  })
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve))
}
