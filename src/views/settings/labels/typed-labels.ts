import type { LabelForm, LabelForms } from './changed-labels.ts'

type Words = LabelForm['staff']
/** Only what was typed, word by word: two people who name one status in two languages lose nothing to each other. */
export type TypedLabels = Readonly<Record<string, Partial<LabelForm>>>

export const labelsOver = (saved: LabelForms, typed: TypedLabels): LabelForms =>
  Object.fromEntries(
    Object.entries(saved).map(([status, form]) => {
      const { staff, customer, colour = form.colour } = typed[status] ?? {}
      return [status, { colour, staff: { ...form.staff, ...staff }, customer: { ...form.customer, ...customer } }]
    }),
  )

/** What was typed on one status with some more of it, as the form shows it. */
export function typedLabel(
  saved: LabelForms,
  typed: TypedLabels,
  status: string,
  some: Partial<LabelForm>,
): TypedLabels {
  const form = saved[status]!
  const { colour: earlier, ...words } = typed[status] ?? {}
  const { staff, customer, colour = earlier } = some
  return {
    [status]: {
      ...words,
      ...(colour && colour !== form.colour && { colour }),
      ...(staff && { staff: otherWords(form.staff, staff) }),
      ...(customer && { customer: otherWords(form.customer, customer) }),
    },
  }
}

const otherWords = (saved: Words, now: Words): Words => {
  const languages = [...new Set([...Object.keys(saved), ...Object.keys(now)])]
  const words = languages.map((language) => [language, now[language] ?? ''] as const)
  return Object.fromEntries(words.filter(([language, word]) => word !== (saved[language] ?? '')))
}
