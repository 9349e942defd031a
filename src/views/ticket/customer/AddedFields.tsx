import { useQuery } from '@tanstack/react-query'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Card } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { CustomValue } from '../../added-fields/CustomValue.tsx'
import { fieldsQuery } from '../../added-fields/fields-question.tsx'
import { useSession } from '../../session.tsx'
import styles from '../../added-fields/AddedFields.module.css'

/** What they, or the desk, filled of the organisation's own fields. Nothing where nothing was. */
export const AddedFields = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { read } = useSession()
  const isAny = Object.keys(ticket.custom).length > 0
  const { data = [] } = useQuery({ ...fieldsQuery, enabled: isAny })
  const shown = data.filter(({ key }) => ticket.custom[key] !== undefined)
  if (!isAny || shown.length === 0) return null
  return (
    <Card label={t('addedFields:title')}>
      <dl className={styles['values']}>
        {shown.map((field) => (
          <div key={field.key}>
            <dt>
              <bdi>{read(field.label).text}</bdi>
            </dt>
            <dd>
              <CustomValue field={field} value={ticket.custom[field.key]} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
