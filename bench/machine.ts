import { readFile } from 'node:fs/promises'
import os from 'node:os'

/** What it was measured on. */
export async function machineOf() {
  const system = /^PRETTY_NAME="?([^"\n]+)/m.exec(await readFile('/etc/os-release', 'utf8').catch(() => ''))?.[1]
  return {
    processors: os.availableParallelism(),
    model: os.cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: system ?? os.type(),
    node: process.version,
    load: os.loadavg()[0] ?? 0,
  }
}

export type Machine = Awaited<ReturnType<typeof machineOf>>
