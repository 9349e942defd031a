import { Icon, Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { HelpTopic } from '../../help/topics.ts'
import styles from './Settings.module.css'

/** To the page of the help that explains this in full. */
export const HelpLink = ({ topic }: { readonly topic: HelpTopic }) => {
  const { t } = useWords()
  return (
    <Link href={`/help/${topic}`} className={styles['help']}>
      <Icon name="info" size={14} /> {t('settings:help')}
    </Link>
  )
}
