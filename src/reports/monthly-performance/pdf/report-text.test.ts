import { writeFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice, liveAtRandom } from '../../../statistics/testing/random-histories.server.ts'
import { openTestDesk, type TestDesk } from '../../../testing/desk.server.ts'
import { close } from '../../../workflow/close.server.ts'
import { rate } from '../../../workflow/rate.server.ts'
import { makeDueReports } from '../make-report.write.server.ts'
import { readReport } from '../read-report.server.ts'
import { paperFor, printed, reportPdf } from './report-pdf.server.ts'

// What stands on the paper is read back by other programs, the readers within Firefox and Chromium, and held against the figures that it was set from.

const comments = ['رد سريع وواضح، والمستند وصل قبل الموعد بساعتين. شكرًا لعمر.', 'Quick, and 100% clear: 20 of 20.']
let at: TestDesk
let month: string

beforeAll(async () => {
  at = await openTestDesk()
  await at.setSettings({ timeZone: 'Asia/Riyadh', organisation: 'Marsa Freight' })
  await liveAtRandom(at, dice(5), 260)
  const [mariam, salma] = [await at.person('mariam'), await at.person('salma')]
  for (const comment of comments) {
    const number = await at.submitted()
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    await rate(at.desk, salma, number, { score: 4, comment })
  }
  month = at.clock.now().toISOString().slice(0, 7)
  at.clock.moveDays(31)
  await makeDueReports(at.desk)
})
afterAll(() => at.close())

async function onPaper(language: string) {
  const report = await readReport(at.desk, await at.person('mariam'), month)
  const { toPrint: paper } = await paperFor(at.desk, { language }, report)
  const pdf = await reportPdf(at.desk, { language }, report)
  if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}-${language}.pdf`, pdf)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return { report, paper, lines: text.split('\n'), text, inChromium: await readByPdfium(pdf) }
}

/** As Chromium copies it: each line in the order in which it is read. */
async function readByPdfium(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const text = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  library.destroy()
  return text
}

/** Letters alone: which spaces, marks and forms a reader of the file makes of them is its own affair. */
const letters = (text: string) => text.normalize('NFKD').replace(/[^\p{L}\p{N}%.]/gu, '')
/** As they were written: no form of a letter is taken for another. Where a sign or a Latin word stands in a line from the right is Chromium's own affair. */
const written = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
const arabicWords = (text: string) => text.match(/[\p{Script=Arabic}\p{M}]+/gu) ?? []
const numbers = (text: string) => (text.normalize('NFKD').match(/\d+(?:[.,]\d+)*/gu) ?? []).toSorted()

test('in English every sentence, figure, change and comment stands there as it was told', async () => {
  const { paper, lines, text, report } = await onPaper('en')
  const whole = letters(text)
  expect(report.figures!.closed).toBeGreaterThan(2)
  for (const sentence of paper.sentences) expect(whole).toContain(letters(sentence))
  for (const { name, value, change } of paper.comparison!.rows) {
    const row = letters(`${name}${value}${change}`)
    expect(lines.map(letters)).toContain(row)
  }
  for (const table of [...paper.tables, ...paper.further])
    for (const row of table.rows) expect(whole).toContain(letters(row.join('')))
  for (const { name, count } of paper.ratings!.rows) expect(whole).toContain(letters(`${name}${count}`))
  for (const comment of paper.comments.items)
    if (comment.language === 'en') expect(whole).toContain(letters(comment.text))
})

test('in Arabic every figure stands in its row, whole, with the letters of its name', async () => {
  const { paper, lines, text } = await onPaper('ar')
  for (const { name, value, change } of paper.comparison!.rows) {
    const wanted = numbers(`${name} ${value} ${change}`)
    const own = new Set(letters(name).replace(/[\d%.]/gu, ''))
    const row = lines.find(
      (line) =>
        JSON.stringify(numbers(line)) === JSON.stringify(wanted) &&
        [...own].every((letter) => letters(line).includes(letter)),
    )
    expect({ name, wanted, row }).toMatchObject({ row: expect.any(String) })
  }
  for (const table of [...paper.tables, ...paper.further])
    for (const row of table.rows) expect(numbers(text)).toEqual(expect.arrayContaining(numbers(row.join(' '))))
  for (const sentence of paper.sentences) expect(numbers(text)).toEqual(expect.arrayContaining(numbers(sentence)))
  for (const word of ['وواضح', 'المستند', 'Marsa Freight']) expect(text).toContain(word)
})

test('Arabic prose is copied as it was written: lam before alef, no letter twice, no word in two', async () => {
  const { paper, text, inChromium } = await onPaper('ar')
  expect(paper.sentences.join(' ')).toMatch(/لأ/u)
  const titles = [paper.title, ...[...paper.tables, ...paper.further].map(({ title }) => title), paper.comments.title]
  const rows = paper.comparison!.rows.map(({ name }) => name)
  const prose = [...paper.sentences, ...titles, ...rows, ...paper.ratings!.rows.map(({ name }) => name)]
  for (const line of prose) {
    expect(written(inChromium)).toContain(written(line))
    // Firefox gives the words of a line from the left; each of them is whole
    for (const word of arabicWords(line)) expect(text).toContain(word)
  }
  const [comment] = paper.comments.items.filter(({ language }) => language === 'ar')
  // a tanwin that a customer wrote stays on the paper, and stands before its letter in what is copied
  expect(written(inChromium)).toContain(written(comment!.text.split('شكرًا')[0]!))
})

test('what we say is printed without harakat, which a PDF gives back twice; in the mail they stay', async () => {
  const report = await readReport(at.desk, await at.person('mariam'), month)
  const { paper, toPrint } = await paperFor(at.desk, { language: 'ar' }, report)
  expect(paper.sentences.join(' ')).toContain('أُغلقت')
  expect(toPrint.sentences.join(' ')).toContain('أغلقت')
  expect(toPrint.comments.items.map(({ text }) => text)).toEqual(paper.comments.items.map(({ text }) => text))
})

async function printedComment(text: string, by: string) {
  const report = await readReport(at.desk, await at.person('mariam'), month)
  const { paper } = await paperFor(at.desk, { language: 'en' }, report)
  const [comment] = paper.comments.items
  const items = [{ ...comment!, text, by, dir: 'ltr' as const }]
  const pdf = await printed({ ...paper, comments: { ...paper.comments, items } }, report.madeAt)
  const read = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return { text: read.text, tagged: pdf.toString('latin1').includes('pdfuaid') }
}

test('a comment in Chinese stood on the paper as empty frames', async () => {
  const { text, tagged } = await printedComment('回复很快，问题当天就解决了。谢谢。', '李雯')
  expect(letters(text)).toContain('回复很快问题当天就解决了')
  expect(text).toContain('李雯')
  expect(tagged).toBe(true)
})

test('a customer whose language our fonts do not draw keeps no report from being printed', async () => {
  const { text, tagged } = await printedComment('ตอบเร็วมาก ขอบคุณ', 'สมชาย')
  expect(text).toContain('Marsa Freight')
  expect(tagged).toBe(false)
})

test('what was made for its reader alone says so, and has no version', async () => {
  const report = await readReport(at.desk, await at.person('mariam'), '2024-01')
  const { paper } = await paperFor(at.desk, { language: 'en' }, report)
  expect(report.version).toBe(0)
  expect(paper).toMatchObject({ version: null, made: expect.stringMatching(/^Made on /) })
})

test('a comment longer than a page ran off the paper', async () => {
  const report = await readReport(at.desk, await at.person('mariam'), month)
  const { paper } = await paperFor(at.desk, { language: 'en' }, report)
  const [comment] = paper.comments.items
  const text = Array.from({ length: 90 }, (_, line) => `Line ${line + 1} of what was good.`).join('\n')
  const items = [{ ...comment!, text, dir: 'ltr' as const }]
  const pdf = await printed({ ...paper, comments: { ...paper.comments, items } }, report.madeAt)
  const { text: there } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  // what lies below the sheet is not among what can be read from it
  expect(there).toContain('Line 1 of')
  expect(there).toContain('Line 90 of')
})

test('pages were counted in 0–9 for whoever reads the other digits', async () => {
  const report = await readReport(at.desk, await at.person('mariam'), month)
  const pdf = await reportPdf(at.desk, { language: 'ar', digits: 'arab' }, report)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  expect(text).toMatch(/٢ ?\/ ?٣/u)
})

test('a comment that had been translated was on the paper in the language of its writer alone', async () => {
  const report = await readReport(at.desk, await at.person('mariam'), month)
  const first = report.comments.find(({ comment }) => comment.source === 'ar')!
  const texts = { ...first.comment.texts, en: { ...first.comment.texts['ar']!, text: 'A quick and clear answer.' } }
  const translated = { ...report, comments: [{ ...first, comment: { ...first.comment, texts } }] }
  const set = async (language: string) => {
    const pdf = await reportPdf(at.desk, { language }, translated)
    return (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text
  }
  expect(await set('en')).toMatch(/المستند[\s\S]*A quick and clear answer\./u)
  expect(await set('ar')).not.toContain('quick')
})
