import { useQuery } from '@tanstack/react-query'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { FieldItem } from '../../web/ui/index.ts'
import { CustomValue } from '../added-fields/CustomValue.tsx'
import { fieldsQuery } from '../added-fields/fields-question.tsx'
import { useSession } from '../session.tsx'

/** What the ticket holds of the organisation's own fields, retired ones too, as far as its reader sees them. */
export const AddedFields = ({ ticket: { custom } }: { readonly ticket: PresentedTicket }) => {
  const { read } = useSession()
  const { data: fields = [] } = useQuery(fieldsQuery)
  return fields
    .filter(({ key }) => custom[key] !== undefined && custom[key] !== null)
    .map((field) => (
      <FieldItem key={field.key} label={<bdi>{read(field.label).text}</bdi>}>
        <CustomValue field={field} value={custom[field.key]} />
      </FieldItem>
    ))
}
