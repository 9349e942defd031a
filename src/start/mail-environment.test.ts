import { expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { aboutLinks } from './mail-environment.server.ts'

const said = (environment: Record<string, string>) => aboutLinks(readConfig(environment), 'http://localhost:3000')
const mailing = { SMTP_URL: 'smtp://mail.example.com', HOST: '0.0.0.0' }

test('mails went to customers with links to localhost, and no start said so', () => {
  expect(said(mailing)).toEqual([
    'There is no PUBLIC_URL, so that links in mails lead to http://localhost:3000: please give the address that people use as PUBLIC_URL.',
  ])
})

test.each([
  { ...mailing, PUBLIC_URL: 'https://help.example.com' },
  { ...mailing, HOST: '' },
  { ...mailing, HOST: '::1' },
  { HOST: '0.0.0.0' },
])('nothing is said with %j', (environment) => {
  expect(said(environment)).toEqual([])
})
