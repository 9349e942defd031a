import { chromium } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { chromiumPath } from './browser.ts'
import { be, startPeopledProduct } from './people.ts'
const { executablePath, args, env } = await chromiumPath()
const p = await startPeopledProduct()
const { desk, salma, pierre, omar, mariam, lina, documents, noor } = p
const t1 = await desk.submit(salma, 'لا يمكن تنزيل مذكرة التسليم للشحنة MF-20418', 'حين أضغط «مذكرة التسليم» تظهر رسالة «المستند غير موجود». الجمارك تريدها قبل الثالثة.')
await desk.verb(mariam, t1.number, 'assign', { group: documents.id, member: omar.id })
await desk.verb(omar, t1.number, 'reply', { text: 'لدي طلبك، وستصلك المذكرة قبل الثالثة.' })
await desk.verb(omar, t1.number, 'propose-solution', { solution: 'Here is a direct link to the delivery note. It opens without signing in.' })
await desk.verb(mariam, t1.number, 'return-solution', { reason: 'The link expires after an hour. Attach the PDF itself.' })
await desk.verb(omar, t1.number, 'note', { text: 'The archive had it under the old booking number. Printing a fresh copy with the stamp now.' })
const t2 = await desk.submit(pierre, 'Container MSKU 417 held at the gate', 'The driver is waiting since six. What is missing?')
await desk.verb(mariam, t2.number, 'assign', { group: documents.id, member: omar.id })
await desk.verb(omar, t2.number, 'propose-solution', { solution: 'The release came through at nine. The gate has it now.' })
await desk.verb(mariam, t2.number, 'approve-solution')
const t3 = await desk.submit(pierre, 'Rechnung 8841 nennt die falsche USt-IdNr.', 'Bitte korrigieren Sie die Rechnung.')
await desk.verb(mariam, t3.number, 'assign', { group: documents.id, member: omar.id })
await desk.verb(omar, t3.number, 'propose-solution', { solution: 'The invoice was corrected and sent again today.' })
const t4 = await desk.submit(salma, 'Where do I upload the customs declaration?', 'I cannot find the page.')
mkdirSync('e2e/.shots', { recursive: true })
const browser = await chromium.launch({ executablePath, args, env })
async function shots(name: string, who: typeof salma | null, path: string, sizes: [number, number][] = [[1440, 900], [360, 740]], scheme: 'light'|'dark' = 'light') {
  for (const [width, height] of sizes) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: 'en-GB' })
    if (who) await be(context, p.product.address, who)
    const page = await context.newPage()
    page.on('pageerror', (e) => console.log(name, 'pageerror', e.message))
    page.on('console', (m) => m.type() === 'error' && console.log(name, 'console', m.text().slice(0, 200)))
    await page.goto(p.product.address + path)
    await page.waitForTimeout(1200)
    await page.screenshot({ path: `e2e/.shots/look-${name}-${width}.png` })
    await context.close()
  }
}
const only = process.argv[2]
const all: [string, Parameters<typeof shots>][] = ([
  ['incoming', ['incoming', mariam, `/incoming/${t1.number}`]],
  ['incoming-ar', ['incoming-ar', lina, `/incoming/${t1.number}`, undefined, 'dark']],
  ['review', ['review', mariam, '/review']],
  ['request', ['request', pierre, '/new']],
  ['mine', ['mine', salma, '/requests']],
  ['offered', ['offered', pierre, `/tickets/${t2.number}`]],
  ['customer-ar', ['customer-ar', salma, `/tickets/${t1.number}`]],
  ['people', ['people', noor, '/people']],
  ['workflow', ['workflow', noor, '/settings/workflow']],
  ['mail', ['mail', noor, '/settings/mail']],
  ['signin', ['signin', null, '/sign-in']],
] as [string, Parameters<typeof shots>][]).filter(([name]) => !only || name.startsWith(only))
for (const [, args] of all) await shots(...args)
await browser.close()
await p.product.stop()
process.exit(0)
