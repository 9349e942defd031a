import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { languageCodes } from '../words/languages.ts'
import { helpHtml } from './help-html.ts'
import { helpTopics } from './topics.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

describe('Markdown of ours', () => {
  test('becomes HTML, and everything else in it stays text', () => {
    const page = helpHtml(
      '# T & <b>\n\n## Two\n\nA **bold** *word* `x<y` <script>alert("1")</script>\nand more\n\n1. one\n2. two\n\n- a [link](adding-users)\n- b [no](https://x.example)',
    )
    expect(page.title).toBe('T & <b>')
    expect(page.html).toBe(
      '<h2>Two</h2>\n<p>A <strong>bold</strong> <em>word</em> <code>x&lt;y</code> &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; and more</p>\n' +
        '<ol><li>one</li><li>two</li></ol>\n<ul><li>a <a href="/help/adding-users">link</a></li><li>b [no](https://x.example)</li></ul>',
    )
  })

  test.each(['no title', '# T\n\n### three', '# T\n\n1. one\n- two', '# T\n\n> quoted', '# T\n\n| a |'])(
    '%j is refused',
    (text) => {
      expect(() => helpHtml(text)).toThrow(/begins with its title|does not know this/)
    },
  )
})

test.each(languageCodes)(
  '%s has every page, with the same parts as English, and its links lead to pages',
  async (language) => {
    const files = readdirSync(new URL(`../../docs/help/${language}/`, import.meta.url)).sort()
    expect(files).toEqual(helpTopics.map((topic) => `${topic}.md`).sort())
    for (const topic of helpTopics) {
      const ask = async (code: string) => (await web.get('adam', `/api/v1/help/${topic}?language=${code}`)).body
      const [page, english] = [await ask(language), await ask('en')]
      expect(page).toMatchObject({ topic, language, dir: language === 'ar' ? 'rtl' : 'ltr' })
      const shape = (html: string) =>
        [...html.matchAll(/<(h2|ol|ul|p|li)>/gu)].map(([, tag]) => tag).filter((tag) => tag !== 'p')
      expect(shape(page.html)).toEqual(shape(english.html))
      for (const [, link] of page.html.matchAll(/href="([^"]*)"/gu))
        expect(helpTopics.map((each) => `/help/${each}`)).toContain(link)
      // nothing of the Markdown is left over
      expect(page.html.replace(/<[^>]+>/gu, '')).not.toMatch(/[*_`#[\]]/u)
      expect(/\p{Script=Arabic}/u.test(page.title)).toBe(language === 'ar')
    }
  },
)

test('help is for staff, in their own language; another topic is not there', async () => {
  const { items } = (await web.get('lina', '/api/v1/help')).body
  expect(items).toHaveLength(4)
  expect(items[0]).toMatchObject({ topic: 'adding-users', title: 'إضافة المستخدمين' })
  expect((await web.get('omar', '/api/v1/help/adding-users')).body.language).toBe('en')
  expect((await web.get('adam', '/api/v1/help/..%2F..%2Fpackage')).status).toBe(404)
  expect((await web.get('adam', '/api/v1/help/constructor')).status).toBe(404)
  expect((await web.get('salma', '/api/v1/help/adding-users')).status).toBe(403)
  expect((await web.get(null, '/api/v1/help')).status).toBe(401)
})
