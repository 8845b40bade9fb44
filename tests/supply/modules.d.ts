declare module '*/scripts/bundle-for-browser.mjs' {
  export function bundleForBrowser(): Promise<string>;
}
declare module '*/dist/data.js' {
  export const data: Readonly<Record<string, unknown>>;
}
