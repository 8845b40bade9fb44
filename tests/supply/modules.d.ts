declare module '*/scripts/bundle-for-browser.mjs' {
  export function bundleForBrowser(): Promise<string>;
}
declare module '*/dist/data-files.js' {
  export const data: Readonly<Record<string, unknown>>;
}
