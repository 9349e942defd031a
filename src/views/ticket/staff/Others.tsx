import type { Company } from '../../../conversation/presence/company.ts'
import { Avatar } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import styles from './StaffTicket.module.css'

/** Who else is at this ticket, who writes first: two answers to one customer are one too many. */
export const Others = ({ others }: { readonly others: readonly Company[] }) => {
  const { t } = useWords()
  const [first, ...more] = others.toSorted(
    (one, other) => Number(other.doing === 'writing') - Number(one.doing === 'writing'),
  )
  const said = !first
    ? ''
    : more.length > 0
      ? t(`staffTicket:others.${first.doing}More`, { name: first.person.name, count: more.length })
      : t(`staffTicket:others.${first.doing}`, { name: first.person.name })
  return (
    <span className={styles['others']} role="status" data-doing={first?.doing}>
      {first && <Avatar name={first.person.name} size="s" ours />}
      {said && <span className="cut">{said}</span>}
    </span>
  )
}
