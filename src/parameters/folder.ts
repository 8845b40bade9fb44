/** Where the data files are. */
export const dataFolder = new URL('../../data/', import.meta.url);
