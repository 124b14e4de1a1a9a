import 'hono/jsx'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      /** htmx's answer for several targets. */
      'hx-partial': { 'hx-target': string; 'hx-swap': string; children?: unknown }
    }
  }
}
