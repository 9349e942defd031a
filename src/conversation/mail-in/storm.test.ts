import { describe, expect, test } from 'vitest'
import { hasDovecot, sayNotRun } from '../../testing/dovecot.server.ts'
import { mailStorm } from '../../testing/mail-storm.server.ts'

if (!hasDovecot) sayNotRun('mails that arrive while the worker is killed')

describe.runIf(hasDovecot)('mails that arrive while the whole worker is killed', () => {
  test('each becomes one ticket, and each of the desk is told of it once', async () => {
    const { lost, twice, toldWrongly, tickets, delivered, mails, disagreements } = await mailStorm({
      perSecond: 8,
      seconds: 10,
      kills: 3,
    })
    expect({ lost, twice, toldWrongly, tickets }).toEqual({ lost: [], twice: [], toldWrongly: [], tickets: delivered })
    expect(mails.missing).toBe(0)
    expect(mails.repeats).toBeLessThanOrEqual(mails.mayRepeat)
    expect(disagreements).toEqual([])
  })
})
