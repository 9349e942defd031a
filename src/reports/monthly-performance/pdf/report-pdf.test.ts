import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice, liveAtRandom } from '../../../statistics/testing/random-histories.server.ts'
import { setLogo } from '../../../settings/testing/set-logo.server.ts'
import { openTestDesk, type TestDesk } from '../../../testing/desk.server.ts'
import { close } from '../../../workflow/close.server.ts'
import { rate } from '../../../workflow/rate.server.ts'
import { makeDueReports } from '../make-report.write.server.ts'
import { readReport } from '../read-report.server.ts'
import { paperFor, printed, reportPdf } from './report-pdf.server.ts'

const template = join(import.meta.dirname, 'report.typ')

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
  await at.setSettings({ timeZone: 'Asia/Riyadh', organisation: 'Marsa Freight', accent: '#7a1f5c' })
  await setLogo(at, '#e0a030')
  await liveAtRandom(at, dice(5), 260)
  const [mariam, salma] = [await at.person('mariam'), await at.person('salma')]
  const comments = [
    'رد سريع وواضح، والمستند وصل قبل الموعد بساعتين. شكرًا لعمر.',
    'Quick. #read("/etc/passwd") $x$ *not bold* <label>',
  ]
  for (const comment of comments) {
    const number = await at.submitted()
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    await rate(at.desk, salma, number, { score: 4, comment })
  }
  at.clock.moveDays(31)
  await makeDueReports(at.desk)
})
afterAll(() => at.close())

test.each(['en', 'ar'])('the report is set on paper, tagged for readers of screens (%s)', async (language) => {
  const mariam = await at.person('mariam')
  const month = new Date(at.clock.now().getTime() - 31 * 86_400_000).toISOString().slice(0, 7)
  const pdf = await reportPdf(at.desk, { language }, await readReport(at.desk, mariam, month))
  if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}-${language}.pdf`, pdf)
  const text = pdf.toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text).toContain('/StructTreeRoot')
  expect(text).toContain('pdfuaid')
  expect(text).toMatch(/\/Subtype ?\/Image/)
  expect(text).toMatch(new RegExp(`/Lang ?\\(${language}`))
})

test('a name with signs that no paper can hold does not keep the report from being set', async () => {
  await at.setSettings({ organisation: 'Marsa\u0001 \uffffFreight\ufffe' })
  const report = await readReport(at.desk, await at.person('mariam'), '2024-01')
  expect((await reportPdf(at.desk, { language: 'en' }, report)).length).toBeGreaterThan(5_000)
})

test('a quiet month fits on paper too', async () => {
  const pdf = await reportPdf(
    at.desk,
    { language: 'en' },
    await readReport(at.desk, await at.person('mariam'), '2024-01'),
  )
  expect(pdf.length).toBeGreaterThan(5_000)
})

// what would read a file if any of it were read as markup; report.typ lies where the setter may read
const reading = [
  '#read("report.typ")',
  '#{read("report.typ")}',
  '#include "report.typ"',
  '#raw(read("/report.typ"))',
  '#eval("read(\\"report.typ\\")")',
  '<image href="file:///etc/passwd"/>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  '$read("report.typ")$',
]

test('class 12: text that asks for a file is set as text: no content of a file is on the paper', async () => {
  const month = new Date(at.clock.now().getTime() - 31 * 86_400_000).toISOString().slice(0, 7)
  const { paper } = await paperFor(
    at.desk,
    { language: 'en' },
    await readReport(at.desk, await at.person('mariam'), month),
  )
  const [comment] = paper.comments.items
  const set = async (text: (hostile: string) => string) => {
    const items = reading.map((hostile) => ({ ...comment!, text: text(hostile), by: text(hostile) }))
    const named = { ...paper, title: text(reading[0]!), organisation: text(reading[5]!) }
    const pdf = await printed({ ...named, comments: { ...paper.comments, items } }, at.clock.now().toISOString())
    return { pages: pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length, size: pdf.length }
  }
  const hostile = await set((text) => text)
  // the same letters, with what could open markup taken for signs that open none
  const harmless = await set((text) => text.replace(/[#<&$]/gu, '+'))
  const file = await set((text) =>
    text.includes('report.typ') ? readFileSync(template, 'utf8').slice(0, 4_000) : text,
  )
  expect(hostile.pages).toBe(harmless.pages)
  expect(Math.abs(hostile.size - harmless.size)).toBeLessThan(2_000)
  // so it would look if one of them were followed
  expect(file.size - harmless.size).toBeGreaterThan(4_000)
  expect(file.pages).toBeGreaterThan(hostile.pages!)
})
