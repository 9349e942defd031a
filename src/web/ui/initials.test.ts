import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Omar Siddiqui', 'OS'],
  ['Mariam Al-Najjar', 'MN'],
  ['  jean   Luc  picard ', 'JP'],
  ['Plato', 'P'],
  ['Åsa Öberg', 'ÅÖ'],
  ['(Sales) Kim Doe', 'SD'],
])('%s is known by %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('letters that would join into a word stand alone', () => expect(initialsOf('عمر صديقي')).toBe('ع'))
test('a Han name gives its family name', () => expect(initialsOf('李雯')).toBe('李'))
test('a Latin name with an Arabic family name does not mix scripts', () => expect(initialsOf('Omar صديقي')).toBe('O'))
test('an empty name has no initials', () => expect(initialsOf('  ')).toBe(''))
