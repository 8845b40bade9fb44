import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.js';
import { flagged, kebab } from '../../src/cli/flags/names.js';
import { patientFlags } from '../../src/cli/flags/patient.js';
import { patientFields } from '../../src/contract/fields/patient.js';
import { run, world } from './run.js';

describe('a flag is declared once', () => {
  it.each(catalogue.map(({ name }) => name))('and %s shows each in its whole help, with its words', (name) => {
    const flags = Object.entries(world.runs.get(name)?.flags ?? {}).filter(([, { hidden }]) => !hidden);
    const help = run([name, '--help']).out.replaceAll(/\s+/g, ' ');
    for (const [key, { takes = '', words, negated }] of flags) {
      expect(help).toContain(`--${negated ? 'no-' : ''}${kebab(key)} ${takes}`.trim());
      expect(help).toContain(flagged(words).replaceAll(/\s+/g, ' '));
    }
  });

  it('a part of a patient has a flag without more being said', () => {
    const set = Object.values(patientFlags).map(({ to }) => to);
    expect([...set].sort()).toEqual(Object.keys(patientFields).sort());
  });
});
