import { fine, wrong, type FieldType } from '../../fields/field-type.ts'
import { nameText, shortText } from '../../fields/short-text/short-text.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'

const issuerText = shortText({ required: true, max: 500 })

/** An https address without anything behind its path. In the clear only to this machine itself, where nobody listens in. */
const issuer: FieldType<string> & { required: true } = {
  ...issuerText,
  schema: { type: 'string', format: 'uri', maxLength: 500 },
  parse: (input) => {
    const parsed = issuerText.parse(input)
    return parsed.ok && !isIssuer(parsed.value)
      ? wrong({ code: 'notAnIssuer' })
      : parsed.ok
        ? fine(parsed.value)
        : parsed
  },
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username, password } = new URL(text)
  if (search || hash || username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}

export const isThisMachine = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

export const providerForm = {
  issuer,
  clientId: shortText({ required: true, max: 500 }),
  // absent: the stored one stays, as long as it goes to the same provider
  clientSecret: shortText({ required: false, max: 1_000, asTyped: 'secret' }),
  label: nameText({ required: true, max: 100 }),
  linksKnown: yesNo({ required: true }),
  addsCustomers: yesNo({ required: true }),
}
