import { startProvider, Traveller, type Account } from '../../../testing/openid-provider.server.ts'
import { openTestWeb } from '../../../testing/web.server.ts'

export const providerPath = '/api/v1/sign-in-provider'
export const both = { linksKnown: true, addsCustomers: true }

/** A desk with a provider outside that knows it, and the ways to come in from there. */
export async function openOutsideDesk() {
  const web = await openTestWeb()
  const provider = await startProvider()
  provider.serve(`${web.address}/api/auth/outside/callback`)
  const start = `${web.address}/api/auth/outside`
  return {
    web,
    provider,
    start,
    /** Stores the provider, as an administrator does. */
    stored: (over: object = {}) =>
      web.ask('adam', 'PUT', providerPath, {
        issuer: provider.issuer,
        clientId: provider.client_id,
        clientSecret: provider.client_secret,
        label: 'Company account',
        ...both,
        ...over,
      }),
    /** The way there and back as somebody of the provider's. */
    comeIn: async (account: Account, { to = '', traveller = new Traveller() } = {}) => {
      provider.accounts.set(account.sub, account)
      const back = await traveller.away(start + (to && `?to=${encodeURIComponent(to)}`), { sub: account.sub })
      return { traveller, back, ...(await traveller.ask(back)) }
    },
    whoIs: async (traveller: Traveller) => {
      const response = await fetch(`${web.address}/api/v1/me`, { headers: { cookie: traveller.cookies(web.address) } })
      return response.ok ? ((await response.json()) as { id: string; email: string; permissions: string[] }) : null
    },
    /** Where somebody is led who is refused. */
    refusedWith: (code: string, to = '') =>
      `${web.address}/sign-in?outside=${code}${to && `&to=${encodeURIComponent(to)}`}`,
    /** As before anybody stored or came. */
    forget: async () => {
      for (const table of ['outside_identity', 'failed_try', 'sign_in_provider'] as const)
        await web.database.primary.deleteFrom(table).execute()
      provider.accounts.clear()
    },
    close: async () => {
      await web.close()
      await provider.stop()
    },
  }
}
