import { describe, expect, test } from 'vitest'
import { checkOrigin } from './origin.server.ts'

const ask = (
  origin: unknown,
  {
    publicUrl,
    host = 'desk.example:3000',
    method = 'POST',
  }: { publicUrl?: string; host?: string; method?: string } = {},
) => {
  try {
    checkOrigin({ method, headers: origin === undefined ? {} : { origin }, host }, publicUrl)
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a changing request of a browser comes from our own pages', () => {
  test.each([
    ['the same host', 'http://desk.example:3000', 'taken'],
    ['behind a proxy that speaks https', 'https://desk.example:3000', 'taken'],
    ['another host', 'http://evil.example', 'foreignOrigin'],
    ['another port', 'http://desk.example:3001', 'foreignOrigin'],
    ['a host that begins alike', 'http://desk.example:3000.evil.example', 'foreignOrigin'],
    ['ours as the user of another', 'http://desk.example:3000@evil.example', 'foreignOrigin'],
    ['a sandboxed page', 'null', 'foreignOrigin'],
    ['nothing', '', 'foreignOrigin'],
    ['no origin at all', undefined, 'foreignOrigin'],
    ['two of them', ['http://desk.example:3000', 'http://evil.example'], 'foreignOrigin'],
    ['no address', 'desk.example:3000', 'foreignOrigin'],
  ])('%s: %s', (_what, origin, answer) => expect(ask(origin)).toBe(answer))

  test('where the public address is set, that alone counts, whatever host is named', () => {
    const publicUrl = 'https://help.example/desk'
    expect(ask('https://help.example', { publicUrl })).toBe('taken')
    for (const origin of [
      'http://help.example',
      'https://help.example:444',
      'https://desk.example:3000',
      'https://sub.help.example',
    ])
      expect(ask(origin, { publicUrl, host: new URL(origin).host })).toBe('foreignOrigin')
  })
})

test('reading needs no origin; every way of changing does', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(ask(undefined, { method })).toBe('taken')
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(ask(undefined, { method })).toBe('foreignOrigin')
})
