import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenersTo } from '../interactions/index.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openModelDesk } from '../testing/model-desk.server.ts'
import { draftsOf } from '../testing/model-look.server.ts'
import { commands, type Command } from './model/commands.ts'
import { examples } from './model/examples.ts'
import { verbs } from './model/people.ts'
import { newWorld } from './model/world.ts'
import { compare, compareTold, nothingIsFound, nothingLeaks } from '../testing/model-compare.server.ts'
import { obey, type Play } from '../testing/model-obey.server.ts'

const asked = process.env['MODEL_RUNS']
const runs = Number(asked ?? 200)
const limit = asked === undefined ? 240_000 : 30_000 + runs * 1_000
const seed = process.env['MODEL_SEED']
const path = process.env['MODEL_PATH']

/** Side by side, each half of the runs on a desk of its own: most of the time a run waits for its database. */
const halves = [examples, []]
let played = 0
let boxes: TestDesk[]
beforeAll(async () => {
  boxes = await Promise.all(halves.map(() => openTestDesk({ listeners: listenersTo })))
})
afterAll(() => Promise.all(boxes.map((box) => box.close())))

/** Every verb that was done and every refusal that was met, over all runs. */
const met = new Set<string>()

test('the desk does what the model says, whoever tries whatever', { timeout: limit + 60_000 }, async () => {
  // a path leads through all runs of one half
  const share = path ? runs : Math.ceil(runs / halves.length)
  const hold = (box: TestDesk, first: readonly Command[][]) =>
    fc.assert(
      fc.asyncProperty(commands, (plan) => run(box, plan)),
      {
        numRuns: share,
        examples: first.map((one) => [one]),
        ...(seed ? { seed: Number(seed) } : {}),
        ...(path ? { path } : {}),
        // of the shrinking, too: better a longer example than none within the time
        interruptAfterTimeLimit: limit,
        markInterruptAsFailure: asked !== undefined,
        endOnFailure: process.env['MODEL_SHRINK'] === '0',
      },
    )
  await Promise.all(halves.map((first, index) => hold(boxes[index]!, first)))
  // how far a slow machine came within the time is said, and it must be far enough
  if (played < runs) console.warn(`The model was held against the desk ${played} times of ${runs}.`)
  expect(played).toBeGreaterThanOrEqual(Math.min(runs, 40))
  // a net that nothing swam into holds nothing
  const wanted = path ? [] : [...verbs, ...refusals]
  expect(wanted.filter((one) => !met.has(one))).toEqual([])
})

const refusals = [
  'alreadyTaken',
  'changedMeanwhile',
  'duplicateCircle',
  'invalidFields',
  'notAllowed',
  'notFound',
  'notPossibleNow',
  'ownSolution',
  'tooLate',
]

async function run(box: TestDesk, plan: Command[]): Promise<void> {
  played++
  const product = openModelDesk(box)
  await product.reset()
  box.tellings.length = 0
  const start = box.clock.now().getTime()
  const play: Play = {
    box,
    world: newWorld(),
    numbers: [],
    written: [],
    told: [],
    heard: [],
    product,
    start,
    step: 0,
    met,
  }
  for (const command of plan) {
    play.step++
    const touched = await obey(play, command)
    await compare(play)
    await compareTold(play, command === plan.at(-1))
    if (touched !== null) await nothingLeaks(play, touched)
  }
  expect(await draftsOf(box, play.numbers)).toEqual(play.world.drafts)
  await nothingIsFound(play)
}
