import { letterHtml } from '../../channels/email/letter-html.ts'
import { letterText } from '../../channels/email/letter-text.ts'
import type { Letter } from '../../channels/email/letter.ts'
import { logoAlong, logoAttachment } from '../../channels/email/letter-logo.ts'
import type { Attachment, Rendered } from '../../channels/email/mail.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { SmallPng } from '../../server/files/small-png.server.ts'
import { formatFor } from '../../words/format.ts'
import { languageOf, languages } from '../../words/languages.ts'
import { fillBody, fillTemplate } from '../../words/template.ts'
import { catalogsByLanguage } from '../../words/words.ts'
import type { Settings } from '../settings.ts'

/** The mail that shows that mails arrive, in the words of whoever tries it. */
export function testMail(
  person: Person,
  { organisation, accent }: Settings,
  logo: SmallPng | null,
  at: Date,
): Rendered & { attachments?: Attachment[] } {
  const { language, name } = person
  const { dir } = languages[languageOf(language)]
  const { subject, body } = catalogsByLanguage[languageOf(language)].account.testMail
  const values = { organisation, actor: name, at: formatFor(person).dateTime(at) }
  const letter: Letter = {
    language,
    dir,
    organisation,
    accent,
    subject: fillTemplate(subject, values, dir, 'mark'),
    preview: '',
    headline: fillBody([subject], values)[0],
    greeting: undefined,
    path: [],
    body: fillBody(body, values),
    foot: [],
    values: Object.fromEntries(Object.entries(values).map(([each, text]) => [each, { text }])),
    stars: [],
    hrefs: {},
  }
  return {
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter, logo && logoAlong(logo)),
    language,
    ...(logo ? { attachments: [logoAttachment(logo)] } : {}),
  }
}
