import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { UserText } from '../../web/ui/index.ts'
import { useSession } from '../session.tsx'
import { CustomValue } from './CustomValue.tsx'
import type { ShownField } from './fields-question.tsx'
import type { HeldFile } from './typed.ts'

type Props = { readonly field: ShownField; readonly value: unknown }

/** A value of an added field in one line of a list; nothing where the ticket has none. */
export const CustomCell = ({ field, value }: Props) => {
  const { read } = useSession()
  if (value === undefined || value === null) return null
  switch (field.type) {
    case 'short-text':
      return <UserText form="line">{value as string}</UserText>
    case 'multilingual-text': {
      const { text, language } = read(value as PresentedText)
      return (
        <UserText form="line" lang={language}>
          {text}
        </UserText>
      )
    }
    case 'file':
      return <UserText form="line">{(value as HeldFile).name}</UserText>
    default:
      return <CustomValue field={field} value={value} />
  }
}
