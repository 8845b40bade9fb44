declare module 'medcalc' {
  export function ckdEpi(of: { creat: number; gender: 'M' | 'F'; age: number }): number | undefined;
}

declare module '@lhncbc/ucum-lhc' {
  interface Utils {
    validateUnitString(code: string): { status: 'valid' | 'invalid' | 'error' };
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options: { molecularWeight?: number },
    ): { status: 'succeeded' | 'failed' | 'error'; toVal: number | null; msg: string[] };
  }
  const ucum: { UcumLhcUtils: { getInstance(): Utils } };
  export default ucum;
}
