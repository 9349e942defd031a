/** The product's mark: a piece of a path, with the ball at its end. It is a picture and does not turn. */
export const Mark = ({ size = 22 }: { readonly size?: number }) => (
  <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden>
    <rect width="24" height="24" rx="7" fill="var(--accent-solid)" />
    <path d="M5 8h3.5c3.5 0 3 8 6.5 8H16" fill="none" stroke="var(--on-accent)" strokeWidth="2" strokeLinecap="round" />
    <circle cx="17.7" cy="16" r="2.5" fill="var(--on-accent)" />
  </svg>
)
