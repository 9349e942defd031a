import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { PresentedText } from '../fields/multilingual-text/multilingual-text.ts'
import { readText } from '../fields/multilingual-text/read-text.ts'
import { builtInRoleKeys } from '../permissions/roles.ts'
import { wordsFor } from '../words/words.ts'

type Shown = { subject: string | null; subjectName: string | null; before: unknown; after: unknown }

/** Roles, added fields and messages go by a key: here they are called as their reader calls them, or, once gone, as they last were. */
export async function called<Entry extends Shown>(
  db: Kysely<Tables>,
  entries: readonly Entry[],
  language: string,
): Promise<Entry[]> {
  const names = await namesOf(db, entries, language)
  return entries.map((entry) => ({
    ...entry,
    subjectName:
      entry.subjectName ?? names.get(entry.subject ?? '') ?? titleIn(entry, language) ?? nameIn(entry, language),
  }))
}

async function namesOf(db: Kysely<Tables>, entries: readonly Shown[], language: string): Promise<Map<string, string>> {
  const keys = (kind: string) => [
    ...new Set(
      entries.flatMap(({ subject }) => (subject?.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : [])),
    ),
  ]
  const words = wordsFor(language)
  const names = new Map(builtInRoleKeys.map((key) => [`role:${key}`, words(`glossary:role.${key}`)]))
  const roles = keys('role')
  const own = roles.length && (await db.selectFrom('role').select(['key', 'name']).where('key', 'in', roles).execute())
  for (const { key, name } of own || []) if (name) names.set(`role:${key}`, readText(name, language).text)
  const fields = keys('field')
  const added =
    fields.length && (await db.selectFrom('added_field').select(['key', 'label']).where('key', 'in', fields).execute())
  for (const { key, label } of added || []) names.set(`field:${key}`, readText(label, language).text)
  return names
}

/** Automatic messages are titled by the words alone. */
function titleIn({ subject }: Shown, language: string): string | undefined {
  const [kind, name] = subject?.split(':') ?? []
  return kind === 'interaction' ? wordsFor(language).maybe('settingsInteractions', `name.${name}`) : undefined
}

function nameIn({ subject, before, after }: Shown, language: string): string | null {
  if (!subject?.startsWith('role:')) return null
  const named = [after, before].flatMap((state) => (state as { name?: PresentedText } | null)?.name ?? [])
  return named[0]?.texts ? readText(named[0], language).text : null
}
