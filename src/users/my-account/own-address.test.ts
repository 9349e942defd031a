import { expect, test } from 'vitest'
import { isOwnAddress } from './own-address.ts'

test.each(['/', '/tickets/1042?do=rate#top', '/incoming?queue=new', '/%2F%2Fevil.example', '/x//y'])(
  '%j is ours',
  (address) => {
    expect(isOwnAddress(address)).toBe(true)
  },
)

test.each([
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'evil.example',
  '/a\u0000b',
  '',
  null,
  42,
  ['/'],
])('open redirect: %j leads elsewhere', (address) => {
  expect(isOwnAddress(address)).toBe(false)
})
