import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runScript } from '../testing/run-script.server.ts'

test.each(['verify', 'backup'] as const)(
  '%s without the environment of the server does not look at an empty installation of its own making',
  async (name) => {
    const scratch = mkdtempSync(join(tmpdir(), 'sanad-none-'))
    const data = join(scratch, 'data')
    const { status, said } = await runScript(name, name === 'backup' ? [join(scratch, 'kept')] : [], {
      SANAD_DATA: data,
    })
    expect([status, said]).toEqual([1, expect.stringContaining(`There is no database in ${data}. Give this command`)])
    expect(existsSync(data)).toBe(false)
    rmSync(scratch, { recursive: true, force: true })
  },
)
