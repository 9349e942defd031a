// Every pair of text and ground that the pieces use, in both schemes, against WCAG 2.2: 4.5:1 for words, 3:1 for glyphs.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const colours = (from: string): Map<string, string> => {
  const block = sheet.slice(sheet.indexOf(from)).split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/(--[a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}
const schemes = { light: colours('color-scheme: light;'), dark: colours('color-scheme: dark;') }

const surfaces = ['surface-0', 'surface-1', 'surface-2']
const meanings = [
  'label-blue',
  'label-violet',
  'label-magenta',
  'label-green',
  'label-grey',
  'label-teal',
  'wait',
  'danger',
  'success',
]
const words = [
  ...['text-1', 'text-2', 'text-3'].flatMap((text) =>
    [...surfaces, 'surface-3', 'accent-soft', 'surface-overlay'].map((ground) => [text, ground]),
  ),
  ...meanings.flatMap((meaning) =>
    [`${meaning}-soft`, ...surfaces, 'accent-soft'].map((ground) => [`${meaning}-text`, ground]),
  ),
  ...meanings.flatMap((meaning) => ['text-1', 'text-2'].map((text) => [text, `${meaning}-soft`])),
  ...[...surfaces, 'accent-soft'].map((ground) => ['accent-text', ground]),
  ['on-accent', 'accent-solid'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger-fill'],
  ['surface-1', 'text-1'],
]
const glyphs = [
  ...meanings.flatMap((meaning) => [...surfaces, 'accent-soft'].map((ground) => [`${meaning}-solid`, ground])),
  ...['focus', 'line-control'].flatMap((edge) => surfaces.map((ground) => [edge, ground])),
  ['star', 'surface-1'],
  ['accent-solid', 'surface-1'],
  ['path-line', 'surface-0'],
  ['path-line', 'surface-1'],
]

describe.each(Object.entries(schemes))('%s', (_name, tokens) => {
  const ratio = ([a = '', b = '']: string[]) => contrast(hex(tokens, a), hex(tokens, b))
  test('every word can be read', () => {
    const weak = words.filter((pair) => ratio(pair) < 4.5)
    expect(weak).toEqual([])
  })
  test('every glyph can be seen', () => {
    const weak = glyphs.filter((pair) => ratio(pair) < 3)
    expect(weak).toEqual([])
  })
})

const hex = (tokens: Map<string, string>, name: string): string => {
  const value = tokens.get(`--${name}`)
  if (!value) throw new Error(`no colour --${name}`)
  return value
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

test('what is on its way was drawn in the colour of what lies above the page, in the dark: nobody saw it', () => {
  const skeleton = readFileSync(new URL('./Skeleton.module.css', import.meta.url), 'utf8')
  const [, above] = /:is\(dialog, \[popover\]\)[^{]*\{\s*background: var\(--([a-z0-9-]+)\)/u.exec(skeleton) ?? []
  for (const scheme of Object.values(schemes)) {
    expect(scheme.get(`--${above}`)).toBeDefined()
    expect(scheme.get(`--${above}`)).not.toBe(scheme.get('--surface-overlay'))
  }
})
