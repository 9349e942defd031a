import { describe, expect, test } from 'vitest'
import { cleanHtml } from './clean-html.ts'
import { withOwnPictures } from './own-pictures.ts'
import { parseMail } from './parse-mail.server.ts'
import { fixture } from './testing/fixture.server.ts'

const read = (name: string) => parseMail(fixture(name))

describe('hostile HTML', () => {
  test('nothing of it acts and nothing is fetched; what is text and table stays', async () => {
    const { html } = await read('hostile-html')
    expect(html).not.toMatch(
      /<script|<style|<svg|<iframe|<object|<form|<input|<base|<meta|<link|on\w+=|javascript:|position:/iu,
    )
    expect(html).not.toMatch(/src="(?!cid:)/iu)
    expect(html).toContain('href="https://ok.example/x"')
    expect(html).toContain('<td dir="rtl">مرحبا</td>')
  })

  test('pictures of the mail stay, trackers go', async () => {
    const { html } = await read('inline-image')
    expect(html).toContain('src="cid:shot@example.com"')
    expect(html).not.toContain('tracker.example')
  })

  test('shown, it has the pictures that the mail carries in it, and is asked of nobody', async () => {
    const { html, attachments } = await read('inline-image')
    expect(withOwnPictures(html!, attachments)).toMatch(/<img[^>]* src="data:image\/png;base64,iVBOR/u)
    const svg = { name: '', type: 'image/svg+xml', content: Buffer.from('<svg/>'), cid: 'x', inline: true }
    expect(withOwnPictures('<img src="cid:x" alt="A" /><img src="cid:none" />', [svg])).toBe('<img  alt="A" /><img  />')
  })

  test('a mail that named one picture a thousand times took a gigabyte to show', () => {
    const picture = { name: '', type: 'image/png', content: Buffer.alloc(1_000_000), cid: 'x', inline: true }
    const shown = withOwnPictures('<img src="cid:x" />'.repeat(1_000), [picture])
    expect(shown.match(/data:image/gu)).toHaveLength(17)
    expect(shown.match(/<img/gu)).toHaveLength(1_000)
  })

  test('what was cleaned is clean: a second time changes nothing', async () => {
    const { html } = await read('hostile-html')
    expect(cleanHtml(html!)).toBe(html)
  })

  test('five megabytes of nested tags are not looked into, and of fewer two hundred levels are kept', () => {
    expect(cleanHtml('<div><b>'.repeat(625_000))).toBeNull()
    const kept = cleanHtml('<div><b>'.repeat(20_000))
    expect(kept).toBe('<div><b>'.repeat(100) + '</b></div>'.repeat(100))
  })
})
