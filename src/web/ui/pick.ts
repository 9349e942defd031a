// What a list to pick from holds, and which of it fits the words typed: every word at the start of a word of the label, its
// section or its hint, whatever the case, the accents or the Arabic vowel signs.
import type { ReactNode } from 'react'

export type PickOption = {
  readonly key: string
  readonly label: string
  readonly hint?: string
  /** More words by which it is found: the other language's name, a mail address. */
  readonly also?: string
  readonly start?: ReactNode
  readonly end?: ReactNode
  readonly disabled?: boolean
}
export type PickSection = {
  readonly key: string
  readonly label?: string
  /** The label is a heading and no name of what stands below it: its words find nothing. */
  readonly heading?: boolean
  readonly options: readonly PickOption[]
}

export const foundIn = (sections: readonly PickSection[], words: string): PickSection[] => {
  const asked = wordsOf(words)
  return sections
    .map((section) => ({ ...section, options: section.options.filter((option) => fits(section, option, asked)) }))
    .filter(({ options }) => options.length > 0)
}

export const isAmong = <T>(all: readonly T[], one: T | undefined): one is T => one !== undefined && all.includes(one)

const fits = (section: PickSection, option: PickOption, asked: string[]): boolean => {
  const named = section.heading ? '' : (section.label ?? '')
  const own = wordsOf(`${option.label} ${option.hint ?? ''} ${option.also ?? ''} ${named}`)
  return asked.every((word) => own.some((candidate) => candidate.startsWith(word)))
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
