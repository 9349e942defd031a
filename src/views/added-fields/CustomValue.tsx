import { MultilingualTextCell } from '../../fields/multilingual-text/MultilingualTextCell.tsx'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { DateTimeCell } from '../../fields/date-time/DateTimeCell.tsx'
import { ScaleCell } from '../../fields/scale/ScaleCell.tsx'
import { UserGroupCell } from '../../fields/user-group/UserGroupCell.tsx'
import { Avatar, ColourPill, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FileShown } from '../files/FilesOf.tsx'
import { useSession } from '../session.tsx'
import { spokenStars, starWord } from '../star-words.tsx'
import type { ShownField } from './fields-question.tsx'
import { placesOf } from './places.ts'
import { scaleShown } from './scale-shown.ts'
import type { HeldFile } from './typed.ts'

type Named = { readonly id: string; readonly name: string }
type Props = { readonly field: ShownField; readonly value: unknown }

/** A value of an added field as its reader reads it, by its type. */
export const CustomValue = ({ field, value }: Props) => {
  const { t, format } = useWords()
  const { read } = useSession()
  const { type, options } = field
  switch (type) {
    case 'short-text':
      return <UserText form="block">{value as string}</UserText>
    case 'multilingual-text':
      return <MultilingualTextCell value={read(value as PresentedText)} form="body" />
    case 'number':
      return <span className="num">{format.number(Number(value), placesOf(options))}</span>
    case 'yes-no':
      return value === true ? t('addedFields:yes') : t('addedFields:no')
    case 'date':
      return <DateTimeCell value={value as string}>{format.date(value as string)}</DateTimeCell>
    case 'date-time':
      return <DateTimeCell value={value as string}>{format.dateTime(value as string)}</DateTimeCell>
    case 'classification': {
      const choice = options.values?.find((each) => each.value === value)
      return (
        <ColourPill colour={choice?.colour ?? 'grey'}>
          {choice ? read(choice.label).text : (value as string)}
        </ColourPill>
      )
    }
    case 'scale':
      return <ScaleShown options={options} score={Number(value)} />
    case 'user':
      return (
        <>
          <Avatar name={(value as Named).name} size="s" /> <bdi>{(value as Named).name}</bdi>
        </>
      )
    case 'file':
      return <FileShown file={value as HeldFile} />
    default:
      return <UserGroupCell value={value as { group: Named; member: Named | null }} />
  }
}

type ScaleProps = { readonly options: ShownField['options']; readonly score: number }

const ScaleShown = ({ options, score }: ScaleProps) => {
  const { t, format } = useWords()
  const shown = scaleShown(options, score)
  if (shown === 'stars') return <StarsShown score={score} />
  const said = format.number(score)
  if (shown === 'number') return <span className="num">{said}</span>
  return t('addedFields:steps', { score: said, max: format.number(options.max ?? 5) })
}

const StarsShown = ({ score }: { readonly score: number }) => {
  const { t } = useWords()
  return (
    <>
      <ScaleCell value={score} label={spokenStars(t, score)} /> <span className="dim">{starWord(t, score)}</span>
    </>
  )
}
