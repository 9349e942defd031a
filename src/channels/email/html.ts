const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it. Characters that no document may have are left out. */
export const escapeHtml = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign)

/** Mail programs know no style sheets: each cell carries the system's own faces. */
const faces = "Inter,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',Tahoma,Arial,sans-serif"

export const colours = {
  page: '#f6f4f1',
  card: '#ffffff',
  line: '#e5e3e0',
  edge: '#d4d1cd',
  ink: '#23201c',
  quiet: '#6a655f',
  past: '#4f4b45',
  brand: '#03656c',
  link: '#005e65',
} as const

export const font = (size: number, line: number, colour: string, weight = 400): string =>
  `font-family:${faces};font-size:${size}px;line-height:${line};color:${colour};font-weight:${weight}`

export const table = (rows: string, attributes = ''): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"${attributes}>${rows}</table>`

/** Word's own engine, which some mail programs use, knows `align` and no `text-align: start`. */
export const cell = (dir: 'ltr' | 'rtl', style: string, content: string): string =>
  `<tr><td align="${dir === 'rtl' ? 'right' : 'left'}" style="${style}">${content}</td></tr>`

/** The cell that a text of the other direction stands in has a side of its own, which the text would keep. */
export const sideOf = (dir: 'ltr' | 'rtl' | 'auto' | undefined): string =>
  dir === undefined || dir === 'auto' ? '' : `;text-align:${dir === 'rtl' ? 'right' : 'left'}`
