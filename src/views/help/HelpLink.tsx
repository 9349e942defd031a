import type { HelpTopic } from '../../help/topics.ts'
import { ButtonLink } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** From a page to the help page about it. */
export const HelpLink = ({ topic }: { readonly topic: HelpTopic }) => {
  const { t } = useWords()
  return (
    <ButtonLink kind="quiet" icon="info" href={`/help/${topic}`}>
      {t('help:title')}
    </ButtonLink>
  )
}
