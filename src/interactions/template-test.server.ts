import { letterHtml } from '../channels/email/letter-html.ts'
import { letterText } from '../channels/email/letter-text.ts'
import { logoAlong, logoAttachment } from '../channels/email/letter-logo.ts'
import type { Mail } from '../channels/email/mail.ts'
import type { Prepared } from '../channels/email/outbox.server.ts'
import type { Desk } from '../events/desk.server.ts'
import { Refusal } from '../server/errors/refusal.ts'
import { loadPeople } from '../users/people.server.ts'
import { interactionNamed } from './index.ts'
import { previewedLetter } from './preview.server.ts'
import type { TemplateTest } from './template-test.write.server.ts'

/** Puts a preview that somebody had mailed to themselves into words; who may no longer see it gets none. */
export const prepareTemplateTest =
  (desk: Desk, publicUrl: string) =>
  async ({ recipient_id: recipient, says }: Mail): Promise<Prepared> => {
    const { interaction: name, asked } = says as TemplateTest
    const interaction = interactionNamed(name)
    const reader = recipient === null ? undefined : (await loadPeople(desk.read(), [recipient])).get(recipient)
    if (!interaction || !reader?.permissions.has('settings.manage')) return 'dropped'
    const now = desk.clock.now()
    const made = await desk
      .read()
      .transaction()
      .execute((db) => previewedLetter(db, reader, interaction, asked, { publicUrl, now }))
      .catch(goneFromSight)
    if (!made) return 'dropped'
    const { letter, logo } = made
    return {
      words: {
        subject: letter.subject,
        text: letterText(letter),
        html: letterHtml(letter, logo && logoAlong(logo)),
        language: letter.language,
      },
      address: reader.email,
      confidential: false,
      ...(logo ? { attachments: [logoAttachment(logo)] } : {}),
    }
  }

function goneFromSight(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}
