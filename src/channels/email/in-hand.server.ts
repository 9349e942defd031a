import { failpoint } from '../../server/failpoint.server.ts'
import { claimReady, wordedOf, type Ready } from './claim-ready.server.ts'
import { after, leaseMs } from './lease.ts'
import type { OutboxParts } from './outbox.server.ts'
import { fixWords, giveBack } from './outbox.write.server.ts'

export type { Ready }

/** The mails that are about to go: claimed, put into words and fixed several at a time, given out one by one. */
export type Hand = {
  /** The next to send; undefined: nothing is due. `hasSent`: whoever asks has just sent one, behind which another may have waited. */
  next(hasSent: boolean): Promise<Ready | undefined>
  /** How many were taken in hand. */
  worked(): number
  /** Gives back what was not begun. */
  close(): Promise<void>
}

/**
 * Few at a time, since each waits for a free lane. Those that waited long are given back, to be asked anew whether their
 * recipients may still be told.
 */
export function openHand(parts: OutboxParts, atOnce: number): Hand {
  let held: Ready[] = []
  let freshUntil = parts.now()
  let worked = 0
  let filling: Promise<boolean> | undefined

  async function fill(): Promise<boolean> {
    await letGo()
    const ready = await claimReady(parts, atOnce)
    if (!ready) return false
    const now = parts.now()
    const worded = ready.map((each) => wordedOf(parts, each))
    const ours = await fixWords(parts.db, worded)
    failpoint('after-fixing')
    held = ready.filter(({ mail }) => ours.has(mail.id))
    freshUntil = after(now, leaseMs / 3)
    worked += held.length
    return true
  }

  async function letGo(): Promise<void> {
    const mails = held.map(({ mail }) => mail)
    held = []
    await giveBack(parts.db, mails, parts.now())
  }

  return {
    async next(hasSent) {
      for (;;) {
        if (parts.goesOn?.() === false) return undefined
        if (held.length > 0 && parts.now() < freshUntil) return held.shift()
        // whoever comes while others are being claimed waits for the same ones
        const isUnderWay = filling !== undefined
        filling ??= fill().finally(() => (filling = undefined))
        if (await filling) continue
        // what was claimed then may have been looked for before ours was sent: the next to the same person is due since
        if (!isUnderWay || !hasSent) return undefined
      }
    },
    worked: () => worked,
    close: letGo,
  }
}
