// Mantine painted with our tokens: one registered colour, and every variable that paints something points at tokens.css, so
// that file alone knows light and dark. Parts are configured by name and not imported, so a page loads only those it draws.
import { createTheme, defaultVariantColorsResolver } from '@mantine/core'
import type {
  CSSVariablesResolver,
  MantineColorsTuple,
  MantineThemeComponents,
  VariantColorsResolver,
} from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#f0fafa',
  '#e3f3f4',
  '#c6e7ea',
  '#99d5db',
  '#66c2ca',
  '#3e9fa7',
  '#208088',
  '#03656c',
  '#00575d',
  '#004146',
]
const quick = { duration: 90, transition: 'fade' } as const
const heightOf = (size: unknown): string => (size === 'lg' ? '48px' : size === 'md' ? '40px' : '32px')

const components: MantineThemeComponents = {
  Button: {
    defaultProps: { size: 'sm' },
    vars: (_theme: unknown, { size }: { size?: unknown }) => ({
      root: {
        '--button-height': heightOf(size),
        '--button-fz': size === 'lg' ? '16px' : size === 'md' ? '14px' : '13px',
      },
    }),
  },
  TextInput: { defaultProps: { size: 'md' } },
  NumberInput: { defaultProps: { size: 'md' } },
  PasswordInput: { defaultProps: { size: 'md' } },
  Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 4 } },
  Select: { defaultProps: { size: 'md', comboboxProps: { transitionProps: quick, shadow: 'md' } } },
  MultiSelect: { defaultProps: { size: 'md', comboboxProps: { transitionProps: quick, shadow: 'md' } } },
  Menu: {
    defaultProps: {
      withInitialFocusPlaceholder: false,
      transitionProps: quick,
      shadow: 'md',
      position: 'bottom-start',
    },
  },
  Popover: { defaultProps: { transitionProps: quick, shadow: 'md' } },
  Tooltip: { defaultProps: { openDelay: 350, transitionProps: quick } },
  Modal: {
    defaultProps: {
      transitionProps: quick,
      radius: 'lg',
      overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1, blur: 0 },
    },
  },
  Table: { defaultProps: { verticalSpacing: 0, horizontalSpacing: 10, highlightOnHover: true, withRowBorders: true } },
  Loader: { defaultProps: { type: 'dots' } },
}

/** What is filled or light takes tokens, never a computed tint, so both schemes are right without rendering again. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const color = input.color ?? input.theme.primaryColor
  const family = color === 'red' ? 'danger' : color === 'petrol' ? 'accent' : undefined
  const painted = family && paints[family][input.variant]
  return painted ?? defaultVariantColorsResolver(input)
}

type Paint = { background: string; hover: string; color: string; border: string }
const paints: Record<'accent' | 'danger', Record<string, Paint>> = {
  accent: {
    filled: {
      background: 'var(--accent-solid)',
      hover: 'var(--accent-hover)',
      color: 'var(--on-accent)',
      border: 'none',
    },
    light: {
      background: 'var(--accent-soft)',
      hover: 'var(--accent-line)',
      color: 'var(--accent-text)',
      border: 'none',
    },
  },
  danger: {
    filled: {
      background: 'var(--danger-fill)',
      hover: 'var(--danger-fill)',
      color: 'var(--on-danger)',
      border: 'none',
    },
    light: {
      background: 'var(--danger-soft)',
      hover: 'var(--danger-line)',
      color: 'var(--danger-text)',
      border: 'none',
    },
  },
}

export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '17px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.6', xl: '1.6' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-3)',
    xl: 'var(--shadow-3)',
  },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '26px', lineHeight: '1.3' },
      h2: { fontSize: '20px', lineHeight: '1.4' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  focusRing: 'auto',
  variantColorResolver,
  components,
})

const shared = {
  '--mantine-color-body': 'var(--surface-1)',
  '--mantine-color-text': 'var(--text-1)',
  '--mantine-color-bright': 'var(--text-1)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--danger-text)',
  '--mantine-color-default': 'var(--surface-1)',
  '--mantine-color-default-hover': 'var(--surface-2)',
  '--mantine-color-default-color': 'var(--text-1)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-disabled': 'var(--surface-2)',
  '--mantine-color-disabled-color': 'var(--text-disabled)',
  '--mantine-color-disabled-border': 'var(--line-1)',
  '--mantine-primary-color-filled': 'var(--accent-solid)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-line)',
  '--mantine-primary-color-light-color': 'var(--accent-text)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
}
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
