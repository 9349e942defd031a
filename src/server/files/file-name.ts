import { oneLine } from '../../fields/one-line.ts'
import { withoutBeginning, withoutEnding } from '../../fields/without-ends.ts'

const longest = 200

/**
 * What people call a file, fit to be shown and to be offered for saving: no folder, no sign that hides or turns others around,
 * no name that a system keeps for itself. It never becomes part of a path here. Cleaning twice is cleaning once.
 */
export function cleanFileName(given: string): string {
  const [name = ''] = given.toWellFormed().normalize('NFC').replaceAll('\\', '/').split('/').slice(-1)
  const bare = trimmed(oneLine(name.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"|?*]/gu, '')))
  const short = trimmed([...bare].length <= longest ? bare : shortened(bare))
  return short === '' ? 'file' : short
}

const trimmed = (name: string): string => withoutEnding(withoutBeginning(name.replace(/\s+/gu, ' '), '. '), '. ')

/** The ending says what it is, so it stays. */
function shortened(name: string): string {
  const [ending = ''] = /\.[^.\s]{1,12}$/u.exec(name) ?? []
  return [...name].slice(0, longest - [...ending].length).join('') + ending
}

/** From `x-file-name: UTF-8''r%C3%A9sum%C3%A9.pdf` (RFC 5987), or as it is. */
export function fileNameIn(header: string | string[] | undefined): string {
  const given = [header].flat()[0] ?? ''
  const [, encoded] = /^utf-8'[^']*'(.*)$/iu.exec(given) ?? []
  if (encoded === undefined) return cleanFileName(given)
  try {
    return cleanFileName(decodeURIComponent(encoded))
  } catch {
    return cleanFileName(encoded)
  }
}

/** For saving under its own name, in every language (RFC 6266). */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
