import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { contrast, grounds, weakPlaces } from './accent.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const change = (body: object, who: 'adam' | 'mariam' = 'adam') => web.ask(who, 'PATCH', '/api/v1/settings', body)

const base64 = (bytes: (number | string)[]) =>
  Buffer.concat(bytes.map((each) => (typeof each === 'string' ? Buffer.from(each) : Buffer.from([each])))).toString(
    'base64',
  )
const png = base64([0x89, 'PNG\r\n', 0x1a, '\n', 'rest'])
const webp = base64(['RIFF', 1, 2, 3, 4, 'WEBPVP8 '])

describe('the logo', () => {
  test('is shown to everybody as the picture that it is, and told apart by its address', async () => {
    expect((await web.get(null, '/api/v1/logo')).status).toBe(404)
    const { logo } = (await change({ logo: `data:image/png;base64,${png}` })).body
    const shown = await fetch(web.address + logo)
    expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(png)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    expect((await web.get(null, '/api/v1/organisation')).body.logo).toBe(logo)
    expect((await change({ logo: `data:image/webp;base64,${webp}` })).body.logo).not.toBe(logo)
    expect((await change({ logo: null })).body.logo).toBeNull()
    expect((await web.get(null, '/api/v1/logo')).status).toBe(404)
  })

  test('under an address of another time the logo of now was kept for a year', async () => {
    const { logo } = (await change({ logo: `data:image/png;base64,${png}` })).body
    const keptFor = async (address: string) => (await fetch(web.address + address)).headers.get('cache-control')
    expect(await keptFor(logo)).toContain('immutable')
    for (const address of ['/api/v1/logo', '/api/v1/logo?v=another', `${logo}0`])
      expect(await keptFor(address)).toBe('no-cache')
  })

  test.each([
    ['text', 'hello'],
    ['another kind', `data:image/svg+xml;base64,${base64(['<svg/>'])}`],
    ['a kind that its bytes are not', `data:image/jpeg;base64,${png}`],
    ['a page', `data:image/png;base64,${base64(['<!doctype html><script>'])}`],
    ['too much', `data:image/png;base64,${base64([0x89, 'PNG\r\n', 0x1a, '\n', 'x'.repeat(102_400)])}`],
  ])('that is %s is refused', async (_, logo) => {
    expect((await change({ logo })).body).toMatchObject({ status: 422, errors: [{ field: 'logo' }] })
  })
})

describe('the accent colour', () => {
  test('is refused where words on it, or it on our surfaces, could not be read', async () => {
    expect((await change({ accent: '#03656C' })).body.accent).toBe('#03656c')
    const pale = await change({ accent: '#8ad0d6' })
    expect(pale.body.errors).toMatchObject([{ field: 'accent', code: 'lowContrast', against: 'surface-2' }])
    const { nearest, message } = pale.body.errors[0]
    expect(message).toContain('surface-2')
    expect(message).toContain(nearest)
    expect((await change({ accent: nearest })).body.accent).toBe(nearest)
    for (const wrong of ['red', '#fff', '#ffffff00', 7]) expect((await change({ accent: wrong })).status).toBe(422)
    expect((await change({ accent: null })).body.accent).toBeNull()
  })

  test('is held to the surfaces that the pages have', () => {
    const sheet = readFileSync(new URL('../web/ui/tokens.css', import.meta.url), 'utf8')
    const light = sheet.slice(sheet.indexOf('color-scheme: light;')).split('}')[0]
    for (const [name, colour] of Object.entries(grounds)) expect(light).toContain(`--${name}: ${colour};`)
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(weakPlaces('#777777').length).toBeGreaterThan(0)
  })
})

test('languages, numbers and who is exempt are held to what there is', async () => {
  expect((await change({ languages: ['ar'] })).body.errors).toMatchObject([{ field: 'language', code: 'notOffered' }])
  expect((await change({ languages: ['ar'], language: 'ar-EG' })).body.languages).toEqual(['ar'])
  expect((await change({ languages: [] })).status).toBe(422)
  expect((await change({ languages: ['en', 'tlh'] })).body.errors).toMatchObject([{ field: 'languages.1' }])
  expect(
    (await change({ languages: ['en', 'ar'], language: 'en', numberPrefix: null, numberPadding: 6 })).body,
  ).toMatchObject({
    numberPrefix: '',
    numberPadding: 6,
  })
  expect((await change({ numberPadding: 13 })).status).toBe(422)
  const nobody = '01900000-0000-7000-8000-00000000dead'
  const exempt = await change({ workflow: { reviewExempt: [web.ids.omar, nobody] } })
  expect(exempt.body.errors).toMatchObject([{ field: 'workflow.reviewExempt.1', code: 'notInList' }])
  expect((await change({ accent: null }, 'mariam')).status).toBe(403)
})

test('the workflow can still be saved when somebody who is exempt was deactivated; nobody deactivated is named anew', async () => {
  const add = async (email: string) =>
    (await web.post('adam', '/api/v1/users', { name: 'Somebody', email, roles: ['representative'] })).body.id as string
  const [gone, other] = [await add('gone@example.com'), await add('other@example.com')]
  const exempt = async (...reviewExempt: string[]) => (await change({ workflow: { reviewExempt } })).body
  await exempt(gone)
  for (const id of [gone, other]) await web.ask('adam', 'PATCH', `/api/v1/users/${id}`, { active: false })
  expect((await exempt(gone, web.ids.mariam)).workflow.reviewExempt).toEqual([gone, web.ids.mariam])
  expect((await exempt(gone, other)).errors).toMatchObject([{ field: 'workflow.reviewExempt.1', code: 'notInList' }])
  expect((await exempt()).workflow.reviewExempt).toEqual([])
})

test('who is exempt from review sends their solution straight out; others go on being reviewed', async () => {
  await change({ workflow: { reviewExempt: [web.ids.omar] } })
  const propose = async (who: 'omar' | 'jana') => {
    const number = await web.submitted()
    await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids[who] })
    return (await web.post(who, `/api/v1/tickets/${number}/propose-solution`, { solution: 'Here it is.' })).body
  }
  expect(await propose('omar')).toMatchObject({ status: 'responded', solution: { state: 'offered' } })
  expect(await propose('jana')).toMatchObject({ status: 'inProgress', solution: { state: 'inReview' } })
})

test('statuses are called as the organisation calls them, and stay the five', async () => {
  const patch = (body: object, who: 'adam' | 'omar' = 'adam') => web.ask(who, 'PATCH', '/api/v1/labels', body)
  expect((await patch({ open: { colour: 'red' } }, 'omar')).status).toBe(403)
  for (const wrong of [
    { opened: {} },
    { open: { colour: 'pink' } },
    { open: { staff: { tlh: 'x' } } },
    { open: { staff: { en: '' } } },
  ])
    expect((await patch(wrong)).status).toBe(422)
  const changed = await patch({ open: { staff: { en: 'New' }, customer: { ar: 'وصلنا' }, colour: 'teal' } })
  const open = {
    status: 'open',
    colour: 'teal',
    ownColour: true,
    staff: { own: { en: 'New' }, builtIn: { en: 'Open', ar: 'مفتوحة' } },
    customer: { own: { ar: 'وصلنا' } },
  }
  expect(changed.body.statuses).toHaveLength(5)
  expect(changed.body.statuses[0]).toMatchObject(open)
  const theirs = (await web.get('salma', '/api/v1/labels')).body.statuses[0]
  expect(theirs).toMatchObject({ customer: { own: { ar: 'وصلنا' } } })
  expect(theirs).not.toHaveProperty('staff')
  const back = await patch({ open: { staff: { en: null }, colour: null } })
  expect(back.body.statuses[0]).toMatchObject({ colour: 'blue', ownColour: false, staff: { own: {} } })
  expect(back.body.statuses[0].customer.own).toEqual({ ar: 'وصلنا' })
})

test('digits are those of the region, or one of the two ways that Arabic has', async () => {
  expect((await change({ digits: 'arab' })).body.digits).toBe('arab')
  expect((await change({ digits: 'roman' })).body.errors).toMatchObject([{ field: 'digits', code: 'notInList' }])
  expect((await change({ digits: null })).body.digits).toBeNull()
})

test('what staff call a status is told to staff alone, and every page gets the words with the settings', async () => {
  await web.ask('adam', 'PATCH', '/api/v1/labels', {
    duplicate: { staff: { en: 'Fresh' }, customer: { en: 'With us' }, colour: 'amber' },
  })
  expect((await web.get('mariam', '/api/v1/settings')).body.labels.duplicate).toEqual({
    staff: { en: 'Fresh' },
    customer: { en: 'With us' },
    colour: 'amber',
  })
  expect((await web.get('salma', '/api/v1/settings')).body.labels.duplicate).toEqual({
    customer: { en: 'With us' },
    colour: 'amber',
  })
  const template = await web.ask('adam', 'PATCH', '/api/v1/labels', { duplicate: { staff: { en: '{{title}}' } } })
  expect(template.status).toBe(422)
  await web.ask('adam', 'PATCH', '/api/v1/labels', {
    duplicate: { staff: { en: null }, customer: { en: null }, colour: null },
  })
})

test('with a digit before its number nobody knew which ticket “T21042” is', async () => {
  await web.setSettings({ numberPrefix: 'T-' })
  for (const numberPrefix of ['T2', 'ط٢']) {
    const { status, body } = await change({ numberPrefix })
    expect([status, body.errors]).toMatchObject([422, [{ field: 'numberPrefix', code: 'endsInDigit' }]])
  }
  expect((await change({ numberPrefix: '2026-' })).body.numberPrefix).toBe('2026-')
})

test('a prefix that was stored before goes on, and is saved along with the rest', async () => {
  await web.setSettings({ numberPrefix: 'T2' })
  expect(await change({ numberPrefix: 'T2', numberPadding: 3 })).toMatchObject({
    status: 200,
    body: { numberPrefix: 'T2', numberPadding: 3 },
  })
  const number = await web.submitted('salma')
  expect((await web.get('mariam', `/api/v1/queries/incoming-requests?words=T2${number}`)).body.items).toMatchObject([
    { number },
  ])
  expect((await change({ numberPrefix: 'T3' })).status).toBe(422)
  expect((await change({ numberPrefix: null })).body.numberPrefix).toBe('')
})
