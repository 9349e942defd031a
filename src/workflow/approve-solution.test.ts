import { expect, test } from 'vitest'
import { defaultSettings } from '../settings/settings.ts'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()
const usual = defaultSettings.workflow

test('approving sends the solution out; the clock of silence starts', async () => {
  const number = await stage.ticketIn('inReview')
  await stage.act('mariam', 'approve-solution', number)
  const { at, ...last } = await stage.last(number)
  expect(last).toEqual({ happened: 'solutionApproved', by: 'mariam', details: { round: 1, selfReviewed: false } })
  expect(await stage.row(number)).toMatchObject({
    status: 'responded',
    solution_state: 'offered',
    offered_at: at,
    asks_verdict: true,
    waiting_for: 'customer',
    waiting_since: at,
    due: 'remind',
    due_at: new Date(at.getTime() + 3.5 * 86_400_000),
  })
})

test('the reviewer may edit in approving; what was proposed is kept for staff', async () => {
  const number = await stage.ticketIn('inReview')
  await stage.act('mariam', 'approve-solution', number, { solution: 'Please use the new link.' })
  const [forStaff, forCustomer] = [await stage.box.seenBy('omar', number), await stage.box.seenBy('salma', number)]
  expect(forCustomer.solution).toMatchObject({ text: { texts: { en: { text: 'Please use the new link.' } } } })
  expect(forStaff.solution?.rounds[0]?.proposedText).toMatchObject({
    texts: { en: { text: 'Please try the new link.' } },
  })
  expect(forCustomer.solution?.rounds[0]).toMatchObject({ proposedText: null, reviewedBy: null })
})

test('an answer that its reviewer corrects keeps its translations, outdated; said anew with it, one is not', async () => {
  const arabic = { field: 'solution:1', language: 'ar', text: 'جرّب الرابط الجديد.' }
  const solutionAfter = async (solution: unknown) => {
    const number = await stage.ticketIn('inReview')
    await stage.act('omar', 'translate', number, arabic)
    await stage.act('mariam', 'approve-solution', number, { solution })
    return (await stage.box.seenBy('salma', number)).solution
  }
  expect(await solutionAfter('Please use the new link.')).toMatchObject({
    text: {
      source: 'en',
      texts: { en: { text: 'Please use the new link.' }, ar: { text: arabic.text, outdated: true } },
    },
  })
  const both = { en: 'Please use the new link.', ar: 'استعمل الرابط الجديد.' }
  expect((await solutionAfter({ source: 'en', texts: both }))?.text.texts).toEqual({
    en: { text: both.en },
    ar: { text: both.ar },
  })
  // in another language it is another answer
  expect((await solutionAfter({ source: 'ar', texts: { ar: both.ar } }))?.text.texts).toEqual({ ar: { text: both.ar } })
})

test('where customers do not confirm, silence alone is waited for', async () => {
  const number = await stage.ticketIn('inReview')
  await stage.box.setSettings({ workflow: { ...usual, confirmation: false } })
  await stage.act('mariam', 'approve-solution', number)
  const row = await stage.row(number)
  expect(row).toMatchObject({ asks_verdict: false, due: 'closeBySilence' })
  expect(row.due_at!.getTime() - row.offered_at!.getTime()).toBe(7 * 86_400_000)
  await stage.box.setSettings({ workflow: usual })
  expect(await stage.refused('salma', 'accept-solution', number)).toMatchObject({ code: 'notPossibleNow' })
  await stage.act('salma', 'reply', number, { text: 'Thanks anyway.' })
})

test('a reviewer who saw another proposal does not approve this one', async () => {
  const number = await stage.ticketIn('inReview')
  const { version } = await stage.row(number)
  await stage.act('omar', 'withdraw-solution', number, { reason: 'Wrong file.' })
  await stage.act('omar', 'propose-solution', number, { solution: 'The right file.' })
  expect(await stage.refused('mariam', 'approve-solution', number, { version })).toMatchObject({
    code: 'changedMeanwhile',
  })
})

test('who reviews beside a program alone may review their own solution', async () => {
  const { box } = stage
  const users = () => box.database.primary.updateTable('users')
  const number = await stage.ticketIn('taken')
  await stage.act('mariam', 'propose-solution', number, { solution: 'Please try the new link.' })
  expect(await stage.refused('mariam', 'approve-solution', number)).toMatchObject({ code: 'ownSolution' })
  await users().set({ service: true }).where('id', '=', box.ids.lina).execute()
  expect((await box.seenBy('mariam', number)).may).toContain('approve-solution')
  await stage.act('mariam', 'approve-solution', number)
  expect((await stage.last(number)).details).toMatchObject({ selfReviewed: true })
  await users().set({ service: false }).execute()
})
