/** What an address of staff's is for somebody who is none: their own page of the same request, or nothing of theirs. */
export const placeForCustomer = (pathname: string): 'here' | 'nowhere' | { ticket: string } => {
  if (pages.some((page) => pathname === page || pathname.startsWith(`${page}/`))) return 'here'
  const number = /^\/incoming\/(\d+)$/u.exec(pathname)?.[1]
  return number ? { ticket: number } : 'nowhere'
}

/** Only the words of these are fetched for customers: any other page would show them keys for words. */
const pages = ['/new', '/requests', '/tickets', '/account']
