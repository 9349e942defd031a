import { expect, test } from 'vitest'
import type { Desk } from '../events/desk.server.ts'
import { prepareMails } from './prepare-mail.server.ts'

test('a batch without a mail of ours asked all the same, and a failed answer that nobody waited for ended the worker', () => {
  const desk = new Proxy({} as Desk, {
    get: () => () => {
      throw new Error('the database is away')
    },
  })
  expect(prepareMails(desk, { publicUrl: 'https://help.example.com', repliesAreRead: false }, [])).toEqual([])
})
