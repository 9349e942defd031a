import { expect, test } from 'vitest'
import { framed } from './framed.ts'

const policyComesFirst = (page: string) => page.indexOf('Content-Security-Policy') < page.indexOf('<img')

test('the policy stands before anything that could be fetched', () => {
  expect(
    policyComesFirst(framed('<!doctype html><html><head><title>x</title></head><body><img src=x></body></html>')),
  ).toBe(true)
  expect(policyComesFirst(framed('<p>Hello</p><img src=x>'))).toBe(true)
})

test('nothing but inline styles and embedded images is allowed, and what the mail says is kept', () => {
  const page = framed('<html><head></head><body>سند</body></html>')
  expect(page).toContain("default-src 'none'")
  expect(page).not.toContain('https:')
  expect(page).toContain('<body>سند</body>')
})

test('a mail without a head of its own is announced by what it is, whatever stands in that', () => {
  expect(framed('<p>Hello</p>', 'A & </title><b>')).toContain('<title>A &amp; &lt;/title>&lt;b></title>')
  expect(framed('<p>Hello</p>', 'The mail')).toContain('<html lang="und">')
})
