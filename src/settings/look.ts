// How an organisation's own colours look on the pages: the tokens of src/web/ui/tokens.css that stand for the accent and for
// the five statuses, in both schemes at once.
import { statuses } from '../entities/ticket/ticket.ts'
import { contrast } from './accent.ts'
import { builtInColours, type Labels } from './labels.ts'

export type Look = { readonly accent: string | null; readonly labels?: Labels | undefined }
export type Tokens = Readonly<Record<`--${string}`, string>>

/** What differs from the built-in look; set on the page's root. */
export const tokensOf = ({ accent, labels = {} }: Look): Tokens => ({
  ...(accent ? accentTokens(accent) : {}),
  ...statusTokens(labels),
})

const paper = '#fffefe'
const night = '#1a1816'
/** The lightest and the darkest ground that an accent is written on; see tokens.css. */
const grounds = { light: ['#f1eeeb', '#ffffff'], dark: ['#2e2b28', '#1a1816'] } as const

type Family = Record<'solid' | 'hover' | 'text' | 'soft' | 'line' | 'on' | 'focus' | 'selection', string>

/** In light it is the colour itself; in dark a lighter one of the same hue, on which words are dark. */
export function accentFamilies(accent: string): { light: Family; dark: Family } {
  const soft = mixed(accent, paper, 0.9)
  const text = readable(accent, '#000000', [...grounds.light, soft], 4.6)
  const ground = mixed(accent, night, 0.8)
  const bright = readable(accent, '#ffffff', [...grounds.dark, ground], 5.5)
  return {
    light: {
      solid: accent,
      hover: mixed(accent, '#000000', 0.15),
      text,
      soft,
      line: mixed(accent, paper, 0.62),
      on: '#ffffff',
      focus: readable(accent, '#000000', grounds.light, 3.2),
      selection: mixed(accent, paper, 0.75),
    },
    dark: {
      solid: bright,
      hover: mixed(bright, '#ffffff', 0.15),
      text: readable(bright, '#ffffff', [...grounds.dark, ground], 6.5),
      soft: ground,
      line: mixed(accent, night, 0.5),
      on: readable(mixed(bright, '#000000', 0.9), '#000000', [bright], 4.6),
      focus: bright,
      selection: mixed(accent, night, 0.45),
    },
  }
}

function accentTokens(accent: string): Tokens {
  const { light, dark } = accentFamilies(accent)
  const both = (name: keyof Family) => `light-dark(${light[name]}, ${dark[name]})`
  return {
    '--accent-solid': both('solid'),
    '--accent-hover': both('hover'),
    '--accent-text': both('text'),
    '--accent-soft': both('soft'),
    '--accent-line': both('line'),
    '--on-accent': both('on'),
    '--focus': both('focus'),
    '--selection': both('selection'),
  }
}

const shades = ['solid', 'text', 'soft'] as const

function statusTokens(labels: Labels): Tokens {
  const changed = statuses.flatMap((status) => {
    const colour = labels[status]?.colour
    return colour && colour !== builtInColours[status] ? [[status, colour] as const] : []
  })
  return Object.fromEntries(
    changed.flatMap(([status, colour]) => {
      const name = status.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
      return shades.map((shade) => [`--status-${name}-${shade}`, `var(--label-${colour}-${shade})`])
    }),
  ) as Tokens
}

/** Goes towards black or white until words in it can be read on every ground. */
function readable(colour: string, towards: string, on: readonly string[], least: number): string {
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mixed(colour, towards, share)
    if (on.every((ground) => contrast(tried, ground) >= least)) return tried
  }
  return towards
}

/** `share` of the other colour, in sRGB. */
function mixed(one: string, other: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const channel = (at: number) => Math.round(part(one, at) * (1 - share) + part(other, at) * share)
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`
}
