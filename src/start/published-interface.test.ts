import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fastJsonStringify from 'fast-json-stringify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

const committed = join(import.meta.dirname, '../../docs/openapi.json')

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('the published interface is the committed one; UPDATE_INTERFACE=1 writes it anew', async () => {
  const published = (await web.get(null, '/api/v1/openapi.json')).body
  const text = `${JSON.stringify(published, undefined, 2)}\n`
  if (process.env.UPDATE_INTERFACE) writeFileSync(committed, text)
  expect(readFileSync(committed, 'utf8')).toBe(text)
  expect(published.openapi).toBe('3.1.0')
})

test('every served address is published, but for the few that speak for themselves', async () => {
  const published = (await web.get(null, '/api/v1/openapi.json')).body
  const known = Object.entries(published.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = web.web.server.routes.map((route) => route.replace(/\([^)]*\)/g, ''))
  const hidden = served.filter((route) => route.includes('/api/v1/') && !known.includes(route))
  expect(hidden.sort()).toEqual(['GET /api/v1/openapi.json'])
})

test('what writes an answer can be made of every schema: a start makes none', async () => {
  const { paths } = (await web.get(null, '/api/v1/openapi.json')).body as {
    paths: Record<
      string,
      Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
    >
  }
  const schemas = Object.values(paths)
    .flatMap((methods) => Object.values(methods).flatMap(({ responses }) => Object.values(responses)))
    .flatMap(({ content }) => (content?.['application/json'] ? [content['application/json'].schema] : []))
  expect(schemas.length).toBeGreaterThan(100)
  for (const schema of schemas) expect(fastJsonStringify(schema)).toBeTypeOf('function')
})

test('every address says what it answers, and how it refuses', async () => {
  const { paths } = (await web.get(null, '/api/v1/openapi.json')).body as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>
  }
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(methods)) {
      const { default: refused, ...done } = responses
      const answers = Object.entries(done).map(
        ([status, { content }]) => `${status} ${Object.keys(content ?? {}).join()}`,
      )
      const what = `${method} ${path}: ${answers.join()}`
      expect(what).toMatch(/: (204 |20[012] (application|text|image)\/\S+)$/)
      expect(Object.keys(refused!.content!)).toEqual(['application/problem+json'])
    }
})

test('whoever has the document alone can sign in, send a file, listen, and repeat a change safely', async () => {
  const { paths, components, info } = (await web.get(null, '/api/v1/openapi.json')).body
  const names = Object.values(components.securitySchemes as Record<string, { name?: string }>).map(({ name }) => name)
  expect(names).toEqual(['sanad.session_token', '__Secure-sanad.session_token', undefined])
  const signIn = paths['/api/auth/sign-in/email'].post
  expect(signIn.requestBody.content['application/json'].schema.required).toEqual(['email', 'password'])
  expect(Object.keys(paths['/api/v1/live'].get.responses['200'].content)).toEqual(['text/event-stream'])
  const key = { $ref: '#/components/parameters/IdempotencyKey' }
  expect(components.parameters.IdempotencyKey).toMatchObject({ name: 'Idempotency-Key', in: 'header' })
  expect(paths['/api/v1/tickets'].post.parameters).toEqual([key])
  // a stream comes once
  const file = paths['/api/v1/files'].post
  expect(file.parameters.map(({ name }: { name: string }) => name)).toEqual(['x-file-name', 'x-file-type'])
  expect(Object.keys(file.requestBody.content)).toEqual(['application/octet-stream'])
  expect(Object.keys(file.responses.default.headers)).toEqual(['Retry-After'])
  expect(info.description).toContain('503')
})

test('the document said that a key is enough where it is refused, and a program found out by asking', async () => {
  const published = (await web.get(null, '/api/v1/openapi.json')).body
  const paths = published.paths as Record<string, Record<string, { security?: Record<string, unknown>[] }>>
  const inPerson = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security?.length && !security.some((way) => 'key' in way))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  )
  expect(inPerson.toSorted()).toEqual([
    'DELETE /api/v1/me/sessions',
    'DELETE /api/v1/me/sessions/{id}',
    'GET /api/v1/me/sessions',
    'PATCH /api/v1/me',
    'PATCH /api/v1/me/tellings',
    'POST /api/v1/api-keys',
    'POST /api/v1/me/password',
    'POST /api/v1/me/second-factor',
    'POST /api/v1/me/second-factor/confirm',
    'POST /api/v1/me/second-factor/off',
    'POST /api/v1/me/second-factor/recovery-codes',
    'POST /api/v1/ticket-links/revoke',
  ])
  const { key } = (await web.post('adam', '/api/v1/api-keys', { name: 'Reads', scopes: ['user.read'] })).body
  for (const operation of inPerson) {
    const [method, path] = operation.split(' ') as [string, string]
    const answer = await fetch(`${web.address}${path.replace('{id}', web.ids.adam)}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
      ...(method === 'GET' ? {} : { body: '{}' }),
    })
    expect([operation, ((await answer.json()) as { code?: string }).code]).toEqual([operation, 'sessionNeeded'])
  }
})

test('the interface can be read as a page', async () => {
  const page = await web.get(null, '/api/docs')
  expect(page.body).toContain('POST /api/v1/tickets')
})
