import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSealer } from '../../server/seal.server.ts'
import { beginSecondFactor, confirmSecondFactor } from '../second-factor/second-factor.write.server.ts'
import { codeAt, stepAt } from '../second-factor/totp.server.ts'
import { openSignInTest, testSecret, type SignInTest } from '../testing/sign-in-test.server.ts'

// What docs/operating.md has an operator type whose only administrator cannot come in: with the statements that stand there.

const written = readFileSync(join(import.meta.dirname, '../../../docs/operating.md'), 'utf8')
const section = /^## Locked out$([^]*?)^## /m.exec(written)![1]!
const statements = [...section.matchAll(/^ *```sql\n([^]*?)```/gm)].map(([, text]) =>
  text!.replaceAll('nadia@example.com', 'adam@example.com'),
)

let at: SignInTest
beforeEach(async () => {
  at = await openSignInTest()
  await at.givePassword('adam', 'what it was before')
})
afterEach(() => at.close())

const signedIn = async (password: string) => {
  const response = await at.signIn('adam@example.com', password)
  return { status: response.status, answer: await response.json() }
}
const run = async (statement: string) => (await sql.raw(statement).execute(at.database.primary)).rows

test('a lost second factor is taken away by hand, and the password alone is enough', async () => {
  const sealer = openSealer(testSecret, 'second factor')
  const change = { db: at.database.primary, at: at.clock.now() }
  const secret = await beginSecondFactor(change, at.ids.adam, sealer)
  await confirmSecondFactor(change, at.ids.adam, codeAt(secret!, stepAt(change.at)), sealer)
  expect(await signedIn('what it was before')).toEqual({ status: 200, answer: { secondFactor: true } })
  await run(statements[0]!)
  expect((await signedIn('what it was before')).answer).not.toHaveProperty('secondFactor')
})

test('a forgotten password is chosen anew by the link of the mail that did not go out', async () => {
  await at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email: 'adam@example.com' })))
  const [row] = (await run(statements[1]!)) as { link: string }[]
  expect(row!.link).toMatch(/^\/reset-password#\S+$/)
  const body = JSON.stringify({ token: row!.link.split('#')[1], newPassword: 'what it is from now' })
  expect((await at.handle(at.post('/api/auth/reset-password', body))).status).toBe(200)
  expect((await signedIn('what it is from now')).status).toBe(200)
})

test('who is an administrator is said by the statement that stands there', async () => {
  const [, statement] = /`(select email from users [^`]*)`/.exec(section)!
  expect(await run(statement!)).toEqual([{ email: 'adam@example.com' }])
})
