import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openStage, type Situation, type Stage } from '../../testing/situations.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { openDigest } from './digest.server.ts'

/**
 * Who gets what of each verb in each of eight states, over HTTP, written by hand from what was asked for and importing
 * nothing from src/permissions. The ticket is Salma's and, once assigned, with Omar of Documents; Jana is of Documents too; Tom is not;
 * Mariam and Lina are the desk; Adam only administers.
 *
 * A letter a person, in this order: Salma, Pierre, Omar, Jana, Tom, Mariam, Lina, Adam.
 * o done · n not in this state (409) · x sees it and may not (403) · . may not even know of it (404) · w said wrongly (422)
 */
const expected = `
verb              | open     | untaken  | taken    | inReview | offered  | accepted | closedTaken | duplicateInReview
cancel            | o....xxx | o.xx.xxx | o.xx.xxx | o.xx.xxx | n.xx.xxx | n.xx.xxx | n.xx.xxx    | n.xx.xxx
assign            | x....oox | x.xx.oox | x.xx.oox | x.xx.oox | x.xx.oox | x.xx.nnx | x.xx.nnx    | x.xx.nnx
take              | x....oox | x.oo.oox | x.nn.nnx | x.nn.nnx | x.nn.nnx | x.nn.nnx | x.nn.nnx    | x.nn.nnx
give-back         | x....xxx | x.xx.xxx | x.ox.xxx | x.ox.xxx | x.nx.xxx | x.nx.xxx | x.nx.xxx    | x.nx.xxx
propose-solution  | x....nnx | x.xx.oox | x.ox.oox | x.nx.nnx | x.nx.nnx | x.nx.nnx | x.nx.nnx    | x.nx.nnx
withdraw-solution | x....nnx | x.xx.nnx | x.nx.nnx | x.ox.oox | x.ox.oox | x.nx.nnx | x.nx.nnx    | x.nx.nnx
approve-solution  | x....nnx | x.xx.nnx | x.xx.nnx | x.xx.oox | x.xx.nnx | x.xx.nnx | x.xx.nnx    | x.xx.nnx
return-solution   | x....nnx | x.xx.nnx | x.xx.nnx | x.xx.oox | x.xx.nnx | x.xx.nnx | x.xx.nnx    | x.xx.nnx
accept-solution   | n....xxx | n.xx.xxx | n.xx.xxx | n.xx.xxx | o.xx.xxx | n.xx.xxx | n.xx.xxx    | n.xx.xxx
decline-solution  | n....xxx | n.xx.xxx | n.xx.xxx | n.xx.xxx | o.xx.xxx | n.xx.xxx | n.xx.xxx    | n.xx.xxx
close             | x....oox | x.xx.oox | x.xx.oox | x.xx.oox | x.xx.oox | x.xx.nnx | x.xx.nnx    | x.xx.nnx
mark-duplicate    | x....oox | x.xx.oox | x.xx.oox | x.xx.oox | x.xx.oox | x.xx.nnx | x.xx.nnx    | x.xx.nnx
reopen            | n....nnx | n.xx.nnx | n.xx.nnx | n.xx.nnx | n.xx.nnx | o.xx.oox | o.xx.oox    | o.xx.oox
rate              | n....xxx | n.xx.xxx | n.xx.xxx | n.xx.xxx | n.xx.xxx | o.xx.xxx | o.xx.xxx    | n.xx.xxx
reply             | o....oox | o.oo.oox | o.oo.oox | o.oo.oox | o.oo.oox | o.oo.oox | o.oo.oox    | o.oo.oox
note              | x....oox | x.oo.oox | x.oo.oox | x.oo.oox | x.oo.oox | x.oo.oox | x.oo.oox    | x.oo.oox
edit-note         | x....wwx | x.ww.wwx | x.ww.wwx | x.ww.wwx | x.ww.wwx | x.ww.wwx | x.ww.wwx    | x.ww.wwx
translate         | o....oox | o.oo.oox | o.oo.oox | o.oo.oox | o.oo.oox | o.oo.oox | o.oo.oox    | o.oo.oox
set-fields        | x....oox | x.oo.oox | x.oo.oox | x.oo.oox | x.oo.oox | x.oo.oox | x.oo.oox    | x.oo.oox
`

const people = ['salma', 'pierre', 'omar', 'jana', 'tom', 'mariam', 'lina', 'adam'] as const
const statusOf: Record<string, number> = { o: 200, n: 409, x: 403, '.': 404, w: 422 }
/** These leave the ticket in its state, so that the next may try on the same one. */
const stays = ['rate', 'note', 'translate', 'set-fields']

let web: TestWeb
let stage: Stage
let original: number
let digest: Awaited<ReturnType<typeof openDigest>>
beforeAll(async () => {
  web = await openTestWeb()
  web.clock.set(new Date())
  stage = await openStage(web)
  original = await web.submitted('pierre', 'The original')
  digest = await openDigest(web)
})
afterAll(() => web.close())

function bodyOf(verb: string): object {
  const bodies: Record<string, object> = {
    assign: { group: web.groups.documents, member: web.ids.omar },
    'propose-solution': { solution: 'Please try the new link.' },
    'mark-duplicate': { original },
    rate: { score: 4 },
    reply: { text: 'A word.' },
    note: { text: 'A word among us.' },
    // no note of that id: whoever may would have gone on
    'edit-note': { message: web.ids.salma, text: 'Another word.' },
    translate: { field: 'title', language: 'fr', text: 'Bon de livraison' },
    'set-fields': { fields: {} },
  }
  const reasons = ['withdraw-solution', 'return-solution', 'decline-solution', 'close', 'reopen']
  return bodies[verb] ?? (reasons.includes(verb) ? { reason: 'Because of that.' } : {})
}

const [head = [], ...lines] = expected
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
const states = head.slice(1) as Situation[]

test('the table has a line for every verb of the server', () => {
  const served = web.web.server.routes.flatMap(
    (route) => /^POST \/api\/v1\/tickets\/:number\/([\w-]+)$/.exec(route)?.[1] ?? [],
  )
  const verbs = served.filter((verb) => !['drafts', 'held'].includes(verb))
  expect(new Set(lines.map(([verb]) => verb))).toEqual(new Set(verbs))
})

describe.each(states.map((state, index) => [state, index + 1] as const))('%s', (state, column) => {
  const cells = lines.flatMap((line) => people.map((who, index) => [line[0]!, who, line[column]![index]!] as const))

  test('whoever may not gets the refusal of the table, and nothing is changed', async () => {
    expect(lines.map((line) => line[column]!.length)).toEqual(lines.map(() => people.length))
    const number = await stage.ticketIn(state)
    const before = await digest()
    const wrong: string[] = []
    for (const [verb] of lines) wrong.push(...(await tries(null, verb!, number, '?')))
    for (const [verb, who, cell] of cells) if (cell !== 'o') wrong.push(...(await tries(who, verb, number, cell)))
    expect(wrong).toEqual([])
    expect(await digest()).toEqual(before)
  })

  test('whoever may does it', async () => {
    const wrong: string[] = []
    const shared = await stage.ticketIn(state)
    for (const [verb, who, cell] of cells)
      if (cell === 'o')
        wrong.push(...(await tries(who, verb, stays.includes(verb) ? shared : await stage.ticketIn(state), cell)))
    expect(wrong).toEqual([])
  })
})

async function tries(who: Character | null, verb: string, number: number, cell: string): Promise<string[]> {
  const { status, body } = await web.post(who, `/api/v1/tickets/${number}/${verb}`, bodyOf(verb))
  const wanted = who === null ? 401 : statusOf[cell]
  if (status !== wanted) return [`${verb} by ${who ?? 'nobody'} should get ${wanted}, got ${status} ${body.code ?? ''}`]
  return status === 409 && !Array.isArray(body.may) ? [`${verb} by ${who}: what is possible is not said`] : []
}
