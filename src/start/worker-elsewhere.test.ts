// @module-tag long
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cloneDatabase } from '../testing/postgres.server.ts'
import { startsAndStops } from '../testing/starts-and-stops.server.ts'

test('a worker without PUBLIC_URL mailed links to localhost and said nothing of it', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'sanad-worker-'))
  const database = await cloneDatabase()
  const environment = { SANAD_DATA: join(scratch, 'data'), DATABASE_URL: database.url, PORT: '3100' }
  const { said } = await startsAndStops('worker', environment)
  expect(said).toContain('links in mails lead to http://localhost:3100: please give it the PUBLIC_URL')
  const known = await startsAndStops('worker', { ...environment, PUBLIC_URL: 'https://help.example.com' })
  expect(known.said).toBe('Sanad’s worker is at work\n')
  await database.drop()
  rmSync(scratch, { recursive: true, force: true })
})
