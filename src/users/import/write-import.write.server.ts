import { sql } from 'kysely'
import type { Change } from '../../events/desk.server.ts'
import { newId } from '../../server/ids.server.ts'
import { releaseLostOfMany } from '../../workflow/release.server.ts'
import { inviteMany } from '../invitations/invite.write.server.ts'
import { lockForRelease } from '../lock-for-release.server.ts'
import type { Known, Planned } from './plan-import.ts'

const chunk = 500

export type Progress = (done: number) => Promise<void>

/** Writes a plan without a wrong row in it, some hundred rows a statement. */
export async function writeImport(
  change: Change,
  planned: readonly Planned[],
  known: Known,
  options: { invite: boolean; progress: Progress },
): Promise<void> {
  const losing = losingRoles(planned)
  await lockForRelease(change, losing)
  const organisations = await addOrganisations(change, planned, known)
  const changing = planned.filter(({ will }) => will === 'add' || will === 'update')
  for (let from = 0; from < changing.length; from += chunk) {
    const some = changing.slice(from, from + chunk).map((each) => rowOf(each, { ...known, organisations }))
    await writePeople(change, some)
    await writeRoles(change, some)
    await writeGroups(change, some)
    if (options.invite)
      await inviteMany(
        change,
        some.filter(({ add }) => add),
      )
    await options.progress(from + some.length)
  }
  await releaseLostOfMany(change, losing)
}

/** From whom it takes a role: they may hold tickets by it. */
const losingRoles = (planned: readonly Planned[]): string[] =>
  planned.flatMap(({ will, person, roles }) =>
    will === 'update' && person && roles && person.roles.some((role) => !roles.includes(role)) ? [person.id] : [],
  )

type Row = ReturnType<typeof rowOf>

/** Null leaves what is there. */
function rowOf({ will, email, row, person, roles, groups }: Planned, known: Known) {
  const { said } = row
  const add = will === 'add'
  return {
    add,
    id: person?.id ?? newId(),
    email,
    name: said.name ?? null,
    language: said.language ?? null,
    time_zone: said.timeZone ?? null,
    organisation_id: said.organisation ? (known.organisations.get(said.organisation)?.id ?? null) : null,
    roles: roles ?? (add ? ['customer'] : null),
    groups,
  }
}

async function addOrganisations({ db, at }: Change, planned: readonly Planned[], known: Known) {
  const made = new Map<string, { id: string; name: string }>()
  // written in two ways, the first counts
  for (const { row } of planned) {
    const name = row.said.organisation
    const named = name && known.organisations.get(name)
    if (named && named.id === null && !made.has(named.key)) made.set(named.key, { id: newId(), name })
  }
  await sql`
    insert into organisation (id, name, created_at)
    select id, name, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify([...made.values()])}::jsonb) as made (id uuid, name text)`.execute(db)
  return new Map(
    [...known.organisations].map(([name, { key, id }]) => [name, { key, id: id ?? made.get(key)?.id ?? null }]),
  )
}

async function writePeople({ db, at }: Change, rows: readonly Row[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
    add boolean, id uuid, email text, name text, language text, time_zone text, organisation_id uuid
  )`
  await sql`
    insert into users (id, name, email, language, time_zone, organisation_id, created_at, updated_at)
    select id, name, email, language, time_zone, organisation_id, ${at}::timestamptz, ${at}::timestamptz
    from ${given}
    where add`.execute(db)
  await sql`
    update users
    set name = coalesce(given.name, users.name), language = coalesce(given.language, users.language),
      language_guessed = users.language_guessed and (given.language is null or given.language = users.language),
      time_zone = coalesce(given.time_zone, users.time_zone),
      organisation_id = coalesce(given.organisation_id, users.organisation_id), updated_at = ${at}::timestamptz
    from ${given}
    where users.id = given.id and not given.add`.execute(db)
}

async function writeRoles({ db }: Change, rows: readonly Row[]): Promise<void> {
  const said = rows.filter(({ roles }) => roles !== null)
  await sql`delete from user_role where user_id = any (${said.map(({ id }) => id)}::uuid[])`.execute(db)
  const pairs = said.flatMap(({ id, roles }) => roles!.map((role) => ({ user_id: id, role_key: role })))
  await sql`
    insert into user_role (user_id, role_key)
    select user_id, role_key
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pairs (user_id uuid, role_key text)`.execute(db)
}

async function writeGroups({ db, at }: Change, rows: readonly Row[]): Promise<void> {
  const pairs = rows.flatMap(({ id, groups }) => groups.map((group) => ({ group_id: group, user_id: id })))
  await sql`
    insert into group_member (group_id, user_id, since)
    select group_id, user_id, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pairs (group_id uuid, user_id uuid)
    on conflict do nothing`.execute(db)
}
