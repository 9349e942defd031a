/**
 * Whether an address, as it stands in a link, leads to a page of ours. Browsers drop tabs and line breaks and read \ as /,
 * so `/\t/evil.example` is another site (open redirect, CVE-2022-25803): the address is asked for in the browser's own way.
 */
export function isOwnAddress(address: unknown): address is string {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, here)) return false
  const { origin, pathname } = new URL(address, here)
  // `/..//evil.example` is a path here, and another site for whoever takes the path alone and asks again
  return origin === here && !pathname.startsWith('//') && !/[\\\p{Cc}]/u.test(address)
}

const here = 'https://here.invalid'
