import { sendDue, type OutboxParts } from '../../channels/email/outbox.server.ts'
import { ticketVerbs } from '../../start/verbs.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk } from '../../testing/desk.server.ts'
import { openMailSink } from '../../testing/mail-sink.server.ts'
import { listenersTo } from '../index.ts'
import { prepareMails } from '../prepare-mail.server.ts'
import { runTelling } from '../run-telling.server.ts'

const settings = { publicUrl: 'https://help.example.com', repliesAreRead: false }

/** A desk whose tellings go out as mails, to a mail server that keeps them. */
export async function openMailing() {
  const box = await openTestDesk({ listeners: listenersTo })
  const sink = await openMailSink()
  await box.setSettings({ organisation: 'Marsa Freight' })

  const parts = (): OutboxParts => ({
    db: box.database.primary,
    now: () => box.clock.now(),
    sender: { from: 'Marsa Freight <help@example.com>', secret: 'a secret', host: 'example.com' },
    smtp: { url: sink.url },
    prepare: (mails) => prepareMails(box.desk, settings, mails),
    onTrouble: (error) => {
      throw error
    },
  })

  return {
    box,
    sink,
    parts,
    flush: async () => {
      for (const telling of box.tellings.splice(0)) await runTelling(box.desk, telling)
      await sendDue(parts())
    },
    act: async (verb: keyof typeof ticketVerbs, by: Character, ticket: number, body: object = {}) => {
      box.clock.move(1000)
      await ticketVerbs[verb](box.desk, await box.person(by), ticket, body)
    },
    mailTo: (who: Character) => sink.to(`${who}@example.com`).map(({ parsed }) => parsed),
    close: async () => {
      await sink.stop()
      await box.close()
    },
  }
}
