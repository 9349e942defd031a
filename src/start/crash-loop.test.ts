import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualLanes } from '../channels/email/outbox.server.ts'
import { crashLoop } from '../testing/faults/crash-loop.server.ts'
import { openScene, type Scene } from '../testing/faults/scene.server.ts'

// Two thousand commands and sixty kills; `npm run faults -- --full` does twenty thousand and five hundred.

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene?.close())

test('servers and workers killed sixty times under load: nothing lost, nothing twice, nothing invented', async () => {
  const { kills, mayRepeat } = await crashLoop(scene, { commands: 2_000, kills: 60 })
  expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(60)
  expect(await scene.judge()).toMatchObject({ lost: [], twice: [], invented: [] })
  const { sent, distinct, missing, repeats } = await scene.mails()
  expect({ missing, alike: sent - distinct }).toEqual({ missing: 0, alike: 0 })
  // refusals after the last dot count as arrived too: the sink saw them
  expect(repeats).toBeLessThanOrEqual(mayRepeat * usualLanes + sent * 0.05)
  await expect.poll(() => scene.disagreements()).toEqual([])
}, 1_800_000)
