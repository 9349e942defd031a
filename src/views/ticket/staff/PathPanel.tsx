import { Button } from '../../../web/ui/index.ts'
import type { PresentedEvent, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'

type Props = { readonly ticket: PresentedTicket; readonly events: readonly PresentedEvent[]; readonly onWhy: () => void }
export const PathPanel = ({ onWhy }: Props) => {
  const { t } = useWords()
  return <Button kind="text" onClick={onWhy}>{t('staffTicket:why')}</Button>
}
