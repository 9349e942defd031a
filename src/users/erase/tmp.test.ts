import { expect, test } from 'vitest'
import { openTestDesk } from '../../testing/desk.server.ts'
import { erasePerson } from './erase-person.write.server.ts'
test('x', async () => {
  const box = await openTestDesk()
  const n = await box.submitted()
  await erasePerson(box.desk, await box.person('adam'), box.ids.salma, { confirm: 'salma@example.com' }, '').catch((e) => { console.log(e.message, e.detail, e.where, e.hint, e.position); throw e })
  await box.close()
})
