import type { Desk } from '../../events/desk.server.ts'
import { fallDue } from '../../workflow/fall-due.server.ts'
import { submitTicket } from '../../workflow/submit-ticket.server.ts'
import { ticketVerbs } from '../verbs.ts'
import type { MovedDesk } from './moved-desk.server.ts'
import type { Settled } from './settle.server.ts'
import type { Step, Story } from './story.ts'
import type { Knows } from './template.ts'

/** Plays all stories at once, in the order of time, through the verbs; what falls due in between is done in between. */
export async function play(
  moved: MovedDesk,
  settled: Settled,
  stories: readonly Story[],
  now: number,
  progress: (share: number) => void,
): Promise<void> {
  const steps = stories
    .flatMap((story) => story.steps.map((step) => ({ story, step })))
    .sort((one, other) => one.step.at - other.step.at)
  for (const [index, { story, step }] of steps.entries()) {
    await untilThen(moved, step.at)
    moved.goTo(step.at)
    await act(moved.desk, settled, story, step)
    await moved.tell()
    if (index % 20 === 0) progress(index / steps.length)
  }
  await untilThen(moved, now)
}

async function act(
  desk: Desk,
  { people, groups }: Settled,
  story: Story,
  { who, verb, body, of }: Step,
): Promise<void> {
  const actor = people.get(who)!
  if (verb === 'submit') {
    story.ticket = await submitTicket(desk, actor, body)
    return
  }
  const said = {
    ...body,
    ...(body['group'] ? { group: groups[body['group'] as Knows] } : {}),
    ...(body['member'] ? { member: people.get(body['member'] as string)!.id } : {}),
    ...(of ? { original: of.ticket } : {}),
  }
  await ticketVerbs[verb](desk, actor, story.ticket!, said)
}

/** Reminders and closings by silence, each at its own moment. */
async function untilThen(moved: MovedDesk, then: number): Promise<void> {
  for (;;) {
    const next = await moved.desk
      .read()
      .selectFrom('ticket')
      .select('due_at')
      .where('due_at', 'is not', null)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst()
    const due = next?.due_at?.getTime()
    if (due === undefined || due > then) return
    moved.goTo(due + 20_000)
    // what is due and is not done would be due for ever
    if ((await fallDue(moved.desk, 1)) === 0) throw new Error('something is due and does not fall')
    await moved.tell()
  }
}
