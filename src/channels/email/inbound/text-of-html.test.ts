import { describe, expect, test } from 'vitest'
import { cleanHtml } from './clean-html.ts'
import { parseMail } from './parse-mail.server.ts'
import { textOfHtml } from './text-of-html.ts'
import { trimText } from './trim-text.ts'

const read = (html: string) => textOfHtml(cleanHtml(html)!)
const mail = (html: string) =>
  parseMail(Buffer.from(`From: a@example.com\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`))

test('the cells of a table ran together: 4711 and 3 were read as 47113', async () => {
  const table = '<table><tr><th>Order</th><th>Count</th></tr>\n <tr><td><p>4711</p></td> <td><p>3</p></td></tr></table>'
  expect((await mail(`<p>Please:</p>${table}<p>Thanks</p>`)).text).toBe('Please:\n\nOrder\tCount\n4711\t3\n\nThanks')
  expect(read('<table><tr><td></td><td>a</td><td></td><td>b</td><td></td></tr></table>')).toBe('a\t\tb')
  // what stands below each other in a cell, as in a signature, goes on nowhere
  expect(read('<table><tr><td>Salma<br>Alpha</td><td>+1 555</td></tr></table>')).toBe('Salma\nAlpha\n+1 555')
  expect(read('<table><tr><td><table><tr><td>a</td></tr><tr><td>b</td></tr></table></td><td>c</td></tr></table>')).toBe(
    'a\nb\nc',
  )
})

test('a paragraph was broken at 80 signs, and a heading written in capitals', async () => {
  const long = 'The container of order 4711 '.repeat(10).trim()
  expect((await mail(`<h1>Straße</h1>\r\n<p>${long.replaceAll(' of ', '\r\n of ')}</p>`)).text).toBe(
    `Straße\n\n${long}`,
  )
})

describe('HTML as text', () => {
  test.each([
    ['<div>a</div><div><br></div><div>b<br></div><div>c</div>', 'a\n\nb\nc'],
    ['<p>a</p><p>&nbsp;</p><p>b</p>', 'a\n\nb'],
    ['a <b> b </b> c&nbsp;&nbsp;d', 'a b c  d'],
    ['<ul><li>a</li><li><p>b</p><ol start="3"><li>c<li>d</ol></li></ul>e', '- a\n- b\n  3. c\n  4. d\n\ne'],
    ['a<ol><li><p>b</p></li><li><p>c</p></li></ol>', 'a\n\n1. b\n2. c'],
    ['<pre>a   b\n  c</pre>d', 'a   b\n  c\n\nd'],
    ['1 &lt; 2 &amp;lt; 3 &amp;&quot;', '1 < 2 &lt; 3 &"'],
    [
      '<a href="https://x.example/?a=1&amp;b">here</a>, <a href="mailto:a@b.example">a@b.example</a>',
      'here [https://x.example/?a=1&b], a@b.example',
    ],
    ['<head><title>Not a word</title></head><body>a<hr>b<img src="cid:x" alt="y"></body>', 'a\n\nb'],
    [
      '<p>a</p><blockquote><p>b</p><p>c</p><blockquote>d</blockquote></blockquote><p>e</p>',
      'a\n\n> b\n>\n> c\n>\n> > d\n\ne',
    ],
  ])('%s', (html, text) => {
    expect(read(html)).toBe(text)
  })

  test('what somebody quotes in HTML alone is told from what they wrote', () => {
    const introduction =
      'On Tue, 3 Mar 2026 at 10:00, Marsa &lt;<a href="mailto:h@m.example">h@m.example</a>&gt; wrote:<br>'
    const html = `<div>It works.</div><br><div><div>${introduction}</div><blockquote>Is it?<br><br>Yes?</blockquote></div>`
    expect(trimText(read(html))).toBe('It works.')
  })

  test('HTML with a text of its own below, as lists write one, is read with it; what is said twice is read once', async () => {
    const parts = (kind: string) =>
      parseMail(
        Buffer.from(
          `From: a@example.com\r\nContent-Type: multipart/${kind}; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--b\r\nContent-Type: text/plain\r\n\r\nBelow\r\n--b--\r\n`,
        ),
      )
    expect((await parts('mixed')).text).toBe('Hello\n\nBelow')
    expect((await parts('alternative')).text).toBe('Below')
  })

  test('what has a picture of megabytes written into it had no words', async () => {
    const read = await mail(`<p>Hello</p><img src="data:image/png;base64,${'A'.repeat(3_000_000)}"><p>there</p>`)
    expect([read.html, read.text]).toEqual([null, 'Hello\n\nthere'])
  })

  test.each([
    ['cells', '<table><tr>' + '<td>a'.repeat(300_000)],
    ['tables', '<table><tr><td>'.repeat(20_000)],
    ['quotes', '<blockquote>a'.repeat(100_000)],
    ['items', '<ul><li>'.repeat(40_000)],
    ['links', '<a href="https://x.example/">'.repeat(50_000)],
    ['pictures', '<img src=cid:x>'.repeat(120_000)],
    ['spaces', `a${' &nbsp;'.repeat(250_000)}`],
    ['ends of lines', '<br>'.repeat(400_000) + 'a'],
    ['signs that begin a tag', '<'.repeat(1_000_000)],
  ])('megabytes of %s are read in one go', async (_, html) => {
    // looked at again from each place on, this would outlast the patience of the run
    expect(await mail(html)).toMatchObject({ text: expect.any(String) })
  })
})
