import sanitizeHtml from 'sanitize-html'

/** Longer HTML is not looked into: the text and the raw mail are there. */
const longest = 2_000_000

/**
 * What may be shown of a stranger's HTML, in a sandboxed frame of its own: text, tables and pictures that the mail itself
 * carries. No script, no style sheet, no form, nothing that is fetched from anywhere.
 */
export function cleanHtml(html: string): string | null {
  if (html.length > longest) return null
  return sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      '*': ['dir', 'lang', 'align', 'title'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan', 'width', 'valign'],
      th: ['colspan', 'rowspan', 'width', 'valign'],
      table: ['width', 'border', 'cellpadding', 'cellspacing'],
      ol: ['start', 'type'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // pictures of the mail itself alone: any other would tell its sender that, when and where it was read
    allowedSchemesByTag: { img: ['cid'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 200,
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
      // a picture that nobody described is passed over, not read out by its address
      img: (tagName, attribs) => ({ tagName, attribs: { alt: '', ...attribs } }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src']?.startsWith('cid:'),
  })
}

const allowedTags = (
  'a abbr address b bdi bdo blockquote br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 ' +
  'hr i img ins kbd li mark ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'
).split(' ')

/** For mails that are HTML alone and that the parser made no text of. */
export function textOfHtml(clean: string): string {
  const broken = clean.replace(/<(?:br|hr)\b[^>]*>/giu, '\n').replace(/<\/(?:p|div|li|tr|h\d|blockquote)>/giu, '\n')
  const bare = sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
  return bare
    .replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => signs[name]!)
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
