import type { Country, RuleSet } from '../core/titration/rules.js';
import { type Cited, cite } from '../core/values/citation.js';
import { quantity, type Unit } from '../core/values/quantity.js';
import { frequency } from './dose.js';
import { formatQuantity } from './quantity.js';
import { detail, type Report, section, type Text, text } from './report.js';

/** The schedules of all countries, a row each, and when each asks whether the drug works. */
export function presentRules(rules: Readonly<Record<Country, RuleSet>>): Report {
  const sets = Object.entries(rules);
  return {
    title: 'Schedules by country',
    blocks: [
      {
        kind: 'table',
        head: ['Set', 'Start', 'Step, per dose', 'Step every', 'Usual end, a day', 'Ceiling, a day', 'Most in a dose'],
        rows: sets.map(([country, set]) => [
          text(country),
          value(set.start, `, ${frequency(set.timesDaily.value)}`),
          value(set.increment),
          value(set.interval),
          ofTheDay(set.target),
          ofTheDay(set.dailyCeiling),
          value(set.doseCeiling),
        ]),
      },
      ...detail(
        section(
          'Does it work?',
          sets.map(([, { name, responseCheck }]) => text(`${name}: ${responseCheck.text}`, cite(responseCheck))),
        ),
      ),
    ],
  };
}

function value<U extends Unit>(cited: Cited<U>, more = ''): Text {
  return text(`${formatQuantity(cited)}${more}`, cite(cited));
}

/** "60 mg" in a column whose head says that it is the daily dose. */
function ofTheDay(cited: Cited<'mg/d'>): Text {
  return text(formatQuantity(quantity(cited.value, 'mg')), cite(cited));
}
