import { toasts } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { sentenceIn } from './Failed.tsx'

/**
 * For what is done after its place is gone, as an undo is: `mutateAsync(…).catch(tellRefused(t))`. What is given to `mutate` is
 * heard of only while the component stands.
 */
export const tellRefused =
  (t: Translate) =>
  (problem: unknown): void =>
    void toasts.show({ text: sentenceIn(problem, t) ?? t('shell:failed.text'), tone: 'danger' })
