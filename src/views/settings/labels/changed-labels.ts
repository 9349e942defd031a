import type { Colour } from '../../../settings/colours.ts'
import { builtInColours } from '../../../settings/labels.ts'

type Words = Readonly<Record<string, string>>
/** One status as it is typed: empty words are the built-in ones. */
export type LabelForm = { readonly staff: Words; readonly customer: Words; readonly colour: Colour }
export type LabelForms = Readonly<Record<string, LabelForm>>

/** What PATCH /api/v1/labels takes: only what is otherwise than before; null goes back to what is built in. */
export function changedLabels(before: LabelForms, now: LabelForms): Record<string, object> {
  return Object.fromEntries(
    Object.entries(now).flatMap(([status, form]) => {
      const earlier = before[status]!
      const words = (side: 'staff' | 'customer') => changedWords(earlier[side], form[side])
      const [staff, customer] = [words('staff'), words('customer')]
      const colour = form.colour === builtInColours[status as keyof typeof builtInColours] ? null : form.colour
      const changed = {
        ...(staff && { staff }),
        ...(customer && { customer }),
        ...(form.colour !== earlier.colour && { colour }),
      }
      return Object.keys(changed).length > 0 ? [[status, changed]] : []
    }),
  )
}

function changedWords(before: Words, now: Words): Record<string, string | null> | undefined {
  const languages = new Set([...Object.keys(before), ...Object.keys(now)])
  const changed = [...languages].flatMap((language) => {
    const [earlier, later] = [(before[language] ?? '').trim(), (now[language] ?? '').trim()]
    return earlier === later ? [] : [[language, later === '' ? null : later] as const]
  })
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}
