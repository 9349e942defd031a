import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { object, string, wholeList } from '../fields/json-schema.ts'
import { permitStaff } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { languageTag } from '../users/person-fields.ts'
import { languageCodes, languageOf, languages, type Language } from '../words/languages.ts'
import { helpHtml, type HelpPage } from './help-html.ts'
import { helpTopics } from './topics.ts'

const folder = join(import.meta.dirname, '../../docs/help')

/** Read and made into HTML once, at start: a page that is missing or not well written is noticed then. */
const pages = new Map<string, HelpPage>(
  languageCodes.flatMap((language) =>
    helpTopics.map((topic) => [
      `${language}/${topic}`,
      helpHtml(readFileSync(join(folder, language, `${topic}.md`), 'utf8')),
    ]),
  ),
)

const pageOf = (language: Language, topic: string): HelpPage | undefined => pages.get(`${language}/${topic}`)

/** A BCP 47 tag; absent: the reader's own. */
const query = { language: languageTag }

const about = { heading: 'help', access: 'signedIn', method: 'GET', query } as const

/** Help for whoever prepares the desk; linked from People, from the settings and from first run. */
export const helpEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    path: '/api/v1/help',
    summary: 'The help pages there are, by their titles in the reader’s language.',
    answer: wholeList(object({ topic: string, title: string })),
    handle: async ({ actor, query: given }) => {
      permitStaff(actor)
      const language = languageOf(readForm(query, given).language ?? actor.language)
      const items = helpTopics.map((topic) => ({ topic, title: pageOf(language, topic)!.title }))
      return { items, next: null }
    },
  },
  {
    ...about,
    path: '/api/v1/help/:topic',
    summary: 'A help page as HTML of our own making: headings, paragraphs, lists, and links to other help pages.',
    answer: object({
      topic: string,
      language: string,
      dir: { type: 'string', enum: ['ltr', 'rtl'] },
      title: string,
      html: string,
    }),
    handle: async ({ actor, params, query: given }) => {
      permitStaff(actor)
      const topic = params.topic ?? ''
      if (!(helpTopics as readonly string[]).includes(topic)) refuse('notFound')
      const language = languageOf(readForm(query, given).language ?? actor.language)
      return { topic, language, dir: languages[language].dir, ...pageOf(language, topic)! }
    },
  },
]
