import sanitizeHtml from 'sanitize-html'

/** Longer HTML is not shown: its text and the raw mail are there. */
const longest = 2_000_000

/**
 * What may be shown of a stranger's HTML, in a sandboxed frame of its own: text, tables and pictures that the mail itself
 * carries. No script, no style sheet, no form, nothing that is fetched from anywhere.
 */
export const cleanHtml = (html: string): string | null => (html.length > longest ? null : clean(html))

/** For reading its words, however long it is: mostly it is so for the pictures that are written into it. */
export const beginningOf = (html: string): string => clean(html.replace(/"data:[^"<>]*"/giu, '""').slice(0, longest))

function clean(html: string): string {
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
    // those that are usual, and what a mail calls its page, which stands nowhere on it
    nonTextTags: ['script', 'style', 'textarea', 'option', 'xmp', 'title'],
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
