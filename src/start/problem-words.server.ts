import { carriesKey } from '../api-keys/key.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { isStaff } from '../permissions/is-staff.ts'
import type { ProblemWords } from '../server/http/problem.server.ts'
import type { HttpRequest } from '../server/http/server.server.ts'
import { ownWords } from '../settings/labels.ts'
import { readSettings } from '../settings/settings.server.ts'
import { fieldFault } from '../words/field-fault.ts'
import { formatFor } from '../words/format.ts'
import type { Translate } from '../words/key.ts'
import { isLanguage, languageOf } from '../words/languages.ts'
import { withOwnWords } from '../words/speak.ts'
import { wordsFor } from '../words/words.ts'

/** Refusals in the reader's language: the person's own, else the browser's first that the product speaks. */
export const problemWordsOf =
  (desk: Desk): ProblemWords =>
  async (code, details, request) => {
    const reader = readerOf(request)
    const t = details.variables?.['status'] ? await withOwnLabels(desk, reader) : wordsFor(reader)
    const variables = { ...details.variables, ...details, ...spoken(t, reader, details) } as unknown as Record<
      string,
      never
    >
    const key = sentenceFor(code, details, request)
    return {
      title: t.maybe('refusals', key, variables) ?? t.maybe('refusals', 'failed', variables) ?? code,
      ...(details.errors
        ? {
            errors: details.errors.map((error) => ({
              ...error,
              message: fieldFault(t, error.code, error as never) ?? error.code,
            })),
          }
        : {}),
    }
  }

/** A status is named as the organisation calls it; where that cannot be read, as the words have it. */
async function withOwnLabels(desk: Desk, reader: Reader): Promise<Translate> {
  const t = wordsFor(reader)
  const settings = await readSettings(desk.read()).catch(() => undefined)
  return settings ? withOwnWords(t, ownWords(settings.labels, languageOf(reader.language))) : t
}

/** A sentence that names a detail is only said where the detail is at hand; who only asks, or comes by a key, hears their own. */
function sentenceFor(code: string, { may, variables }: Parameters<ProblemWords>[1], request: HttpRequest): string {
  if (code === 'invalidFields' && request.method === 'GET') return 'invalidFields_asked'
  if (code === 'notSignedIn' && carriesKey(request.headers)) return 'notSignedIn_key'
  if (code === 'notPossibleNow' && !may?.length) return 'notPossibleNow_nothing'
  if (code === 'changedMeanwhile' && variables?.assignee) return 'changedMeanwhile_assignee'
  return code === 'notAllowed' && !variables?.permission ? 'notAllowed_plain' : code
}

type Reader = Pick<Person, 'language' | 'timeZone' | 'digits' | 'calendar'> & { staff: boolean }

function readerOf(request: HttpRequest): Reader {
  const person = request.caller as Person | null | undefined
  if (person)
    return {
      ...person,
      staff: isStaff(person),
    }
  const accepted = (request.headers['accept-language'] ?? '').split(',')
  const language = accepted.map((tag) => tag.split(';')[0]!.trim()).find((tag) => isLanguage(languageOf(tag)))
  return { language: language ?? 'en', timeZone: 'UTC', staff: false }
}

/** Codes among the variables as the reader's words: a status, a permission, what is possible, a day. */
function spoken(t: Translate, reader: Reader, { variables = {}, may = [] }: Parameters<ProblemWords>[1]) {
  const glossary = reader.staff ? 'glossary' : 'customerGlossary'
  const { status, permission, endedOn, number } = variables as Record<string, string>
  const format = formatFor(reader)
  return {
    ...(status
      ? { status: t.maybe(glossary, `status.${status}`) ?? t.maybe('glossary', `status.${status}`) ?? status }
      : {}),
    ...(permission ? { permission: t.maybe('permissions', permission) ?? permission } : {}),
    ...(endedOn ? { endedOn: format.day(endedOn) } : {}),
    ...(number !== undefined ? { number } : {}),
    may: format.list(
      may.map(
        (verb) =>
          t.maybe('actions', `${reader.staff ? 'staff' : 'customer'}.${verb}`) ?? t.maybe('actions', verb) ?? verb,
      ),
    ),
  }
}
