import { openTestDesk } from '../../testing/desk.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openSignIn, type SignIn } from '../sign-in/sign-in.server.ts'
import { setPassword } from '../users.write.server.ts'

export type SignInTest = Awaited<ReturnType<typeof openSignInTest>>

export const testSecret = 'a secret of thirty-two characters, at least'

/** The desk in a box with its front door. */
export async function openSignInTest() {
  const box = await openTestDesk()
  const { database, clock } = box
  const openFor = (publicUrl?: string): SignIn => openSignIn({ database, clock, secret: testSecret, publicUrl })
  const front = openFor()
  const handle = (request: Request, network = '192.0.2.1') => front.handle(request, network)
  const signInRequest = (email: unknown, password: unknown, headers: Record<string, string> = {}) =>
    post('/api/auth/sign-in/email', JSON.stringify({ email, password }), headers)
  const signIn = (email: unknown, password: unknown, network?: string) =>
    handle(signInRequest(email, password), network)

  return {
    ...box,
    front,
    openFor,
    handle,
    post,
    signInRequest,
    signIn,
    cookieOf: async (email: string, password: string) => cookieIn(await signIn(email, password)),
    /** Who a Set-Cookie of ours makes of the next request. */
    as: (cookie: string) => front.authenticate({ cookie: cookie.split(';')[0] }),
    givePassword: (who: Character, password: string) =>
      setPassword(database.primary, box.ids[who], password, clock.now()),
    deactivate: (who: Character) =>
      database.primary.updateTable('users').set({ active: false }).where('id', '=', box.ids[who]).execute(),
    mails: () => database.primary.selectFrom('mail').selectAll().orderBy('id').execute(),
  }
}

export const cookieIn = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

const post = (path: string, body: string, headers: Record<string, string> = {}): Request =>
  new Request(`http://desk.test${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', host: 'desk.test', ...headers },
  })
