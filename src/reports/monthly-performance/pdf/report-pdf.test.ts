import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice, liveAtRandom } from '../../../statistics/testing/random-histories.server.ts'
import { openTestDesk, type TestDesk } from '../../../testing/desk.server.ts'
import { close } from '../../../workflow/close.server.ts'
import { rate } from '../../../workflow/rate.server.ts'
import { makeDueReports } from '../make-report.write.server.ts'
import { readReport } from '../read-report.server.ts'
import { reportPdf } from './report-pdf.server.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
  await at.setSettings({ timeZone: 'Asia/Riyadh', organisation: 'Marsa Freight' })
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
