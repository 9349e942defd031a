import type { Translate } from '../../words/key.ts'
import type { InboundLine } from './mail-in-questions.tsx'

/** The reason of a decision as a sentence: why is this here? */
export const whyOf = ({ reason, decidedBy }: Pick<InboundLine, 'reason' | 'decidedBy'>, t: Translate): string => {
  if (reason === null) return ''
  if (reason !== 'byHand') return t(`mailIn:reason.${reason}`)
  return decidedBy ? t('mailIn:reason.byHand', { name: decidedBy.name }) : t('mailIn:reason.byHandNobody')
}
