/** What HTML says of its own charset; null where it says none, or none that is known. */
export function charsetInHtml(html: Buffer): string | null {
  const said = /<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w:-]{1,40})/iu.exec(
    html.toString('latin1', 0, beginning),
  )?.[1]
  return said && isKnown(said) ? said : null
}

const beginning = 8 * 1024

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== 'replacement'
  } catch {
    return false
  }
}

/** By the numbers that Windows gives them; those that are no charset of ours are read as the Western one. */
const codePages: Record<number, string> = {
  ...{ 874: 'windows-874', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 54936: 'gb18030' },
  ...{ 20866: 'koi8-r', 21866: 'koi8-u', 50220: 'iso-2022-jp', 51932: 'euc-jp', 51949: 'euc-kr', 65001: 'utf-8' },
}

export function charsetOf(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`
  if (codePage >= 28_592 && codePage <= 28_606 && isKnown(`iso-8859-${codePage - 28_590}`))
    return `iso-8859-${codePage - 28_590}`
  return codePages[codePage] ?? 'windows-1252'
}
