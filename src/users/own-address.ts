/**
 * Whether an address, as it stands in a link, leads to a page of ours. Browsers drop tabs and line breaks and read \ as /,
 * so `/\t/evil.example` is another site (open redirect, CVE-2022-25803): the address is asked for in the browser's own way.
 */
export function isOwnAddress(address: unknown): address is string {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, here)) return false
  return new URL(address, here).origin === here && !/[\\\p{Cc}]/u.test(address)
}

const here = 'https://here.invalid'
