import { compile } from './compiled.ts'
import { openTestServer, type TestServer } from './test-server.server.ts'

/**
 * Vitest's global set-up: one PostgreSQL for the whole run; the workers learn of it through the environment. Where it
 * cannot be made (a migration with a mistake, say), the tests that need no database still run and the others say why.
 */
export async function setup(): Promise<() => Promise<void>> {
  const compiling = compile()
  let server: TestServer
  try {
    server = await openTestServer()
  } catch (error) {
    process.env['SANAD_TEST_FAILURE'] = error instanceof Error ? error.message : String(error)
    return async () => {}
  }
  await compiling
  process.env['SANAD_TEST_ADMIN_URL'] = server.adminUrl
  process.env['SANAD_TEST_TEMPLATE'] = server.template
  return server.stop
}
