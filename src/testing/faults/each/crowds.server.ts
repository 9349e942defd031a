import type { Character } from '../../cast.server.ts'
import type { Fault } from '../fault.ts'
import { outcomeOf } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene, type Scene } from '../scene.server.ts'

type Answer = { status: number; body: { number?: number; version?: number; code?: string } }

async function post(
  scene: Scene,
  address: string,
  who: Character,
  path: string,
  body: object,
  key?: string,
): Promise<Answer> {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: {
      cookie: scene.cookies.get(who)!,
      origin: address,
      'content-type': 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

export const sentAgain: Fault = {
  name: 'the same request fifty times at once, and with another body',
  async run(full) {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    const rounds = full ? 200 : 15
    const wrong: string[] = []
    try {
      for (let round = 0; round < rounds; round++) {
        const body = { title: `Again ${round}`, description: 'Sent twice.' }
        const send = () => post(scene, server.address, 'salma', '/api/v1/tickets', body, `again-${round}`)
        const answers = await Promise.all(Array.from({ length: 50 }, send))
        const different = new Set(answers.map((answer) => JSON.stringify(answer)))
        if (different.size !== 1) wrong.push(`round ${round}: ${[...different].join(' ').slice(0, 300)}`)
        const other = await post(
          scene,
          server.address,
          'salma',
          '/api/v1/tickets',
          { ...body, title: 'Other' },
          `again-${round}`,
        )
        if (other.status !== 422) wrong.push(`another body under the same key was answered with ${other.status}`)
      }
      const made = await scene.number(`select count(*) from ticket where title::text like '%Again %'`)
      await scene.settled()
      const outcome = await outcomeOf(scene, `${rounds} × 50 at once: ${made} tickets, all answers alike`, wrong)
      return { ...outcome, tried: rounds * 51, twice: Math.max(0, made - rounds), lost: Math.max(0, rounds - made) }
    } finally {
      await server.stop()
      await scene.close()
    }
  },
}

type Race = {
  name: string
  /** One after the other is right as well: a reassignment is no conflict. */
  bothMay?: true
  before: Step[]
  sides: [Step, Step]
}
type Step = [who: Character, verb: string, body: (scene: Scene) => object]

const toOmar: Step = ['mariam', 'assign', (scene) => ({ group: scene.groups.documents, member: scene.ids.omar })]
const propose: Step = ['omar', 'propose-solution', () => ({ solution: 'Here.' })]
const approve: Step = ['mariam', 'approve-solution', () => ({})]
const close: Step = ['mariam', 'close', () => ({ reason: 'Over.' })]
const races: Race[] = [
  {
    name: 'two propose',
    before: [toOmar],
    sides: [propose, ['mariam', 'propose-solution', () => ({ solution: 'There.' })]],
  },
  {
    name: 'approve or withdraw',
    before: [toOmar, propose],
    sides: [approve, ['omar', 'withdraw-solution', () => ({ reason: 'No.' })]],
  },
  {
    name: 'approve or return',
    before: [toOmar, propose],
    sides: [approve, ['lina', 'return-solution', () => ({ reason: 'No.' })]],
  },
  {
    name: 'accept or close',
    before: [toOmar, propose, approve],
    sides: [['salma', 'accept-solution', () => ({})], close],
  },
  {
    name: 'accept or decline',
    before: [toOmar, propose, approve],
    sides: [
      ['salma', 'accept-solution', () => ({})],
      ['salma', 'decline-solution', () => ({ reason: 'No.' })],
    ],
  },
  {
    name: 'two take',
    before: [['mariam', 'assign', (scene) => ({ group: scene.groups.documents })]],
    sides: [
      ['omar', 'take', () => ({})],
      ['jana', 'take', () => ({})],
    ],
  },
  {
    name: 'assigned to two',
    bothMay: true,
    before: [],
    sides: [
      ['mariam', 'assign', (scene) => ({ group: scene.groups.documents })],
      ['lina', 'assign', (scene) => ({ group: scene.groups.billing })],
    ],
  },
]

export const twoAtOnce: Fault = {
  name: 'two people decide about one ticket at the same moment, at two servers',
  async run(full) {
    const scene = await openScene()
    const servers = await Promise.all([1, 2].map(() => mustStart('server', scene.environment)))
    const [here, there] = servers.map(({ address }) => address) as [string, string]
    const rounds = full ? 200 : 6
    const wrong: string[] = []
    let [none, both] = [0, 0]
    try {
      for (let round = 0; round < rounds; round++)
        for (const { name, before, sides, bothMay } of races) {
          const ticket = await post(scene, here, 'salma', '/api/v1/tickets', { title: name, description: 'Race.' })
          const path = `/api/v1/tickets/${ticket.body.number}`
          let { version } = ticket.body
          for (const [who, verb, body] of before)
            ({ version } = (await post(scene, here, who, `${path}/${verb}`, body(scene))).body)
          const answers = await Promise.all(
            sides.map(([who, verb, body], index) =>
              post(scene, index === 0 ? here : there, who, `${path}/${verb}`, { ...body(scene), version }),
            ),
          )
          const won = answers.filter(({ status }) => status === 200).length
          if (won === 0) none++
          if (won === 2 && !bothMay) both++
          const lost = answers.find(({ status }) => status !== 200)
          if (lost && lost.status !== 409)
            wrong.push(`${name}: the one who lost was told ${lost.status} ${lost.body.code}`)
        }
      await scene.settled()
      const outcome = await outcomeOf(
        scene,
        `${rounds} × ${races.length} races: one wins, the other gets 409`,
        wrong.slice(0, 5),
      )
      return { ...outcome, tried: rounds * races.length, lost: none, twice: both }
    } finally {
      await Promise.all(servers.map((server) => server.stop()))
      await scene.close()
    }
  },
}
