import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { classification } from '../../fields/classification/classification.ts'
import { boolean, object } from '../../fields/json-schema.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { linkKinds } from './link-kinds.ts'
import { isLinkGood } from './link-look.server.ts'
import { networkOf } from '../sign-in/network.ts'
import { linkLimits } from '../sign-in/tries.ts'
import { beginTry } from '../sign-in/tries.write.server.ts'

const form = {
  kind: classification({ required: true, values: linkKinds }),
  token: shortText({ required: true, max: 200 }),
}

export const linkEndpoints: Endpoint<Desk, Person | null>[] = [
  {
    method: 'POST',
    path: '/api/v1/links/look',
    summary:
      'Whether a mailed link that chooses a password still works. It says no more, spends nothing and changes nothing.',
    heading: 'users',
    access: 'anyone',
    body: form,
    secret: true,
    answer: object({ good: boolean }),
    handle: look,
  },
]

/** Only what is no link counts as a try: many may open theirs from one office on the same morning. */
async function look({ desk, body, network }: Call<Desk, Person | null>) {
  const link = readForm(form, body)
  const now = desk.clock.now()
  const { primary } = desk.database
  const begun = await beginTry(primary, linkLimits(networkOf(network)), now)
  const good = await isLinkGood(primary, link, now)
  await (good ? begun.succeeded() : begun.failed())
  return { good }
}
