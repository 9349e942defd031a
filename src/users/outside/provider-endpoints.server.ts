import { audit } from '../../audit/audit.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, nullable, object } from '../../fields/json-schema.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { opened } from '../../server/seal.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { lockSettings } from '../../settings/settings.write.server.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'
import { causeOf } from './cause.server.ts'
import { providerForm } from './provider-form.ts'
import { storedProvider, type Provider } from './provider.server.ts'
import { removeProvider, writeProvider } from './provider.write.server.ts'

type Front = Pick<SignIn, 'outside'>

const provider = object({
  issuer: nullable('string'),
  clientId: nullable('string'),
  hasSecret: boolean,
  label: nullable('string'),
  linksKnown: boolean,
  addsCustomers: boolean,
  /** To be registered with the provider; null: this product's own address and /api/auth/outside/callback. */
  callback: nullable('string'),
  failure: nullable('string'),
  failedAt: nullable('string', 'date-time'),
})

const about = { heading: 'users', access: 'signedIn', path: '/api/v1/sign-in-provider', answer: provider } as const

/** The provider outside, for administrators. Its secret is never answered back. */
export const providerEndpoints = ({ outside }: Front): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    summary: 'The OpenID provider through which people may sign in, if there is one.',
    handle: async ({ desk, actor }) => {
      permit(actor, 'settings.manage')
      return shown(outside.callback, await storedProvider(desk.read()))
    },
  },
  {
    ...about,
    method: 'PUT',
    summary:
      'Stores the OpenID provider, once it was asked who it is. Without a secret the stored one stays, while provider and client are the same; others ask for it anew.',
    body: providerForm,
    secret: true,
    handle: (call) => store(call, outside),
  },
  {
    ...about,
    method: 'DELETE',
    summary: 'Nobody signs in through the provider any more. Whom it knows as whom is kept, should it come back.',
    handle: ({ desk, actor, network }) => {
      permit(actor, 'settings.manage')
      return desk.change(actor, async (change) => {
        await lockSettings(change.db)
        const before = await storedProvider(change.db)
        await removeProvider(change.db)
        const entry = { action: 'signInProvider.removed', subject: 'signInProvider', network } as const
        if (before) await audit(change, { ...entry, before: logged(before) })
        return shown(outside.callback, undefined)
      })
    },
  },
]

/** What the page needs before anybody is known: which ways in there are. */
export const signInWaysEndpoints: Endpoint<Desk, Person | null>[] = [
  {
    method: 'GET',
    path: '/api/v1/sign-in-ways',
    summary:
      'The ways in besides the password: whether customers may register, and the button of the provider outside.',
    heading: 'users',
    access: 'anyone',
    answer: object({ registration: boolean, outside: nullable('string') }),
    handle: async ({ desk }) => ({
      registration: (await readSettings(desk.read())).registration,
      outside: (await storedProvider(desk.read()))?.label ?? null,
    }),
  },
]

async function store({ desk, actor, body, network }: Call<Desk, Person>, outside: SignIn['outside']) {
  permit(actor, 'settings.manage')
  const { issuer, clientId, clientSecret, label, linksKnown, addsCustomers } = readForm(providerForm, body)
  const stored = await storedProvider(desk.read())
  const sealed = clientSecret === undefined ? kept(stored, issuer, clientId) : outside.sealer.seal(clientSecret)
  if (stored?.sealed && sealed === null) refuseFields({ field: 'clientSecret', code: 'required' })
  const secret = sealed === null ? null : opened(outside.sealer, sealed)
  // sealed with another secret than today's it is nobody's any more
  if (sealed !== null && secret === null) refuseFields({ field: 'clientSecret', code: 'required' })
  // asked before anything is stored, and outside the transaction: it may take its time
  await outside.party
    .meet({ issuer, clientId, clientSecret: secret })
    .catch((error: unknown) => refuseFields({ field: 'issuer', code: 'noProvider', said: causeOf(error).note ?? '' }))
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = await storedProvider(change.db)
    const ways = { label, links_known: linksKnown, adds_customers: addsCustomers }
    const after = { issuer, client_id: clientId, sealed, ...ways, changed_at: change.at }
    await writeProvider(change.db, after)
    await audit(change, {
      action: 'signInProvider.changed',
      subject: 'signInProvider',
      ...(before ? { before: logged(before) } : {}),
      after: { ...logged(after), secretChanged: clientSecret !== undefined },
      network,
    })
    return shown(outside.callback, after)
  })
}

/** A secret that one provider gave is sent to no other. */
const kept = (before: Provider | undefined, issuer: string, clientId: string): string | null =>
  before?.issuer === issuer && before.client_id === clientId ? before.sealed : null

type Stored = Omit<Provider, 'one' | 'failed_at' | 'failure'> & Partial<Pick<Provider, 'failed_at' | 'failure'>>

const logged = ({ issuer, client_id, label, links_known, adds_customers }: Stored) => ({
  issuer,
  clientId: client_id,
  label,
  linksKnown: links_known,
  addsCustomers: adds_customers,
})

const shown = (callback: string | null, stored: Stored | undefined) => ({
  issuer: stored?.issuer ?? null,
  clientId: stored?.client_id ?? null,
  hasSecret: stored ? stored.sealed !== null : false,
  label: stored?.label ?? null,
  linksKnown: stored?.links_known ?? false,
  addsCustomers: stored?.adds_customers ?? false,
  callback,
  failure: stored?.failure ?? null,
  failedAt: stored?.failed_at?.toISOString() ?? null,
})
