import { describe, expect, test } from 'vitest'
import { hasDovecot, sayNotRun } from '../../testing/dovecot.server.ts'
import { mailStorm } from '../../testing/mail-storm.server.ts'

if (!hasDovecot) sayNotRun('20 mails a second for a minute while the worker is killed ten times')

describe.runIf(hasDovecot)('20 mails a second for a minute while the whole worker is killed ten times', () => {
  test('each becomes one ticket that the desk is told of once, and in the end nothing waits', async () => {
    const { lost, twice, toldWrongly, tickets, delivered, killed, rate, secondsToEmpty, mails, disagreements } =
      await mailStorm({ perSecond: 20, seconds: 60, kills: 10 })
    console.log(
      `${delivered} mails at ${rate.toFixed(1)} a second, ${killed} kills, all done ${secondsToEmpty.toFixed(1)} s after ` +
        `the last; ${mails.sent} mails out, ${mails.repeats} of them twice`,
    )
    expect({ lost, twice, toldWrongly, tickets }).toEqual({ lost: [], twice: [], toldWrongly: [], tickets: delivered })
    expect(disagreements).toEqual([])
    expect(mails.missing).toBe(0)
    expect(mails.repeats).toBeLessThanOrEqual(mails.mayRepeat)
    expect(killed).toBe(10)
    expect(delivered).toBe(1200)
  }, 900_000)
})
