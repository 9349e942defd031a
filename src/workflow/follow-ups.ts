import type { Transition } from './transitions.ts'

const onDuplicate = { by: ['system'], from: ['duplicate'], to: 'unchanged' } as const

/** What follows by itself, beside the table of what people do: each with the status in which it finds the ticket, and leaves it. */
export const followUps = {
  /** The offered solution waits for its customer, and half of the time is over. */
  remind: { by: ['system'], from: ['responded'], to: 'unchanged', happened: 'solutionReminded' },
  /** The original became a duplicate itself; those that hang on it go along to the new one. */
  followTheRoot: { ...onDuplicate, happened: 'duplicateMoved' },
  /** That mark was taken back, and they come back with it. */
  followAgain: { ...onDuplicate, happened: 'duplicateReturned' },
  /** The original's solution went out, and is shown here too. */
  showAnswer: { ...onDuplicate, happened: 'originalAnswered' },
  takeAnswerBack: { ...onDuplicate, happened: 'originalAnswerWithdrawn' },
  /** The original ended with nothing that could be shown here. */
  originalEnds: { ...onDuplicate, happened: 'originalEnded' },
} as const satisfies Record<string, Transition>
