import { describe, expect, test } from 'vitest'
import { hasDovecot, sayNotRun } from '../../testing/dovecot.server.ts'
import { mailStorm } from '../../testing/mail-storm.server.ts'

if (!hasDovecot) sayNotRun('mails that arrive while the worker is killed')

describe.runIf(hasDovecot)('mails that arrive while the worker is killed', () => {
  test('each becomes one ticket: none is lost, none is twice', { timeout: 120_000 }, async () => {
    const { lost, twice, tickets, delivered } = await mailStorm({ perSecond: 10, seconds: 8, kills: 3 })
    expect({ lost, twice, tickets }).toEqual({ lost: [], twice: [], tickets: delivered })
  })
})
