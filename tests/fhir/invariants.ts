import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

/** A rule of FHIR R4 (4.0.1): on which elements it holds, and what must be true there, both as FHIRPath. */
interface Invariant {
  readonly key: string;
  readonly on: string;
  readonly holds: string;
}

const requests = 'Bundle.entry.resource.where($this is MedicationRequest)';
const repeats = `${requests}.dosageInstruction.timing.repeat`;
const quantities = [
  `${requests}.dosageInstruction.doseAndRate.dose`,
  `${requests}.dosageInstruction.maxDosePerAdministration`,
  `${requests}.dosageInstruction.maxDosePerPeriod.numerator`,
  `${requests}.dosageInstruction.maxDosePerPeriod.denominator`,
  `${requests}.dispenseRequest.quantity`,
].join(' | ');

/** Of Bundle, DomainResource, Timing, Period, Quantity, Duration, Ratio, Narrative and Reference. */
export const ofBundle: readonly Invariant[] = [
  {
    key: 'bdl-1',
    on: 'Bundle',
    holds: "total.empty() or (type = 'searchset') or (type = 'history')",
  },
  { key: 'bdl-2', on: 'Bundle', holds: "entry.search.empty() or (type = 'searchset')" },
  {
    key: 'bdl-3',
    on: 'Bundle',
    holds:
      "entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))",
  },
  {
    key: 'bdl-4',
    on: 'Bundle',
    holds:
      "entry.all(response.exists() = (%resource.type = 'batch-response' or %resource.type = 'transaction-response' or %resource.type = 'history'))",
  },
  { key: 'bdl-5', on: 'Bundle.entry', holds: 'resource.exists() or request.exists() or response.exists()' },
  {
    key: 'bdl-7',
    on: 'Bundle',
    holds: "(type = 'history') or entry.where(fullUrl.exists()).select(fullUrl & resource.meta.versionId).isDistinct()",
  },
  { key: 'bdl-8', on: 'Bundle.entry', holds: "fullUrl.contains('/_history/').not()" },
  // Not numbered: "Except for transactions and batches, each entry in a Bundle must have a fullUrl."
  {
    key: 'fullUrl',
    on: 'Bundle',
    holds: "type = 'transaction' or type = 'batch' or entry.all(fullUrl.exists())",
  },
  { key: 'dom-2', on: requests, holds: 'contained.contained.empty()' },
  {
    key: 'dom-4',
    on: requests,
    holds: 'contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()',
  },
  { key: 'dom-5', on: requests, holds: 'contained.meta.security.empty()' },
  { key: 'dom-6', on: requests, holds: 'text.`div`.exists()' },
  { key: 'tim-1', on: repeats, holds: 'duration.empty() or durationUnit.exists()' },
  { key: 'tim-2', on: repeats, holds: 'period.empty() or periodUnit.exists()' },
  { key: 'tim-4', on: repeats, holds: 'duration.exists() implies duration >= 0' },
  { key: 'tim-5', on: repeats, holds: 'period.exists() implies period >= 0' },
  { key: 'tim-6', on: repeats, holds: 'periodMax.empty() or period.exists()' },
  { key: 'tim-7', on: repeats, holds: 'durationMax.empty() or duration.exists()' },
  { key: 'tim-8', on: repeats, holds: 'countMax.empty() or count.exists()' },
  {
    key: 'tim-9',
    on: repeats,
    holds: "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())",
  },
  { key: 'tim-10', on: repeats, holds: 'timeOfDay.empty() or when.empty()' },
  { key: 'per-1', on: `${repeats}.bounds.ofType(Period)`, holds: 'start.empty() or end.empty() or (start <= end)' },
  { key: 'qty-3', on: `(${quantities})`, holds: 'code.empty() or system.exists()' },
  { key: 'sqty-1', on: `(${quantities})`, holds: 'comparator.empty()' },
  {
    key: 'drt-1',
    on: `(${repeats}.bounds.ofType(Duration) | ${requests}.dispenseRequest.expectedSupplyDuration)`,
    holds: "code.exists() implies ((system = 'http://unitsofmeasure.org') and value.exists())",
  },
  {
    key: 'rat-1',
    on: `${requests}.dosageInstruction.maxDosePerPeriod`,
    holds: '(numerator.empty() xor denominator.exists()) and (numerator.exists() or extension.exists())',
  },
  // The required bindings UnitsOfTime and EventTiming.
  {
    key: 'periodUnit',
    on: repeats,
    holds: "periodUnit.empty() or periodUnit in ('s' | 'min' | 'h' | 'd' | 'wk' | 'mo' | 'a')",
  },
  {
    key: 'when',
    on: `${repeats}.when`,
    holds: "$this in ('MORN' | 'NOON' | 'AFT' | 'EVE' | 'NIGHT' | 'HS' | 'WAKE' | 'C' | 'CM' | 'CD' | 'CV')",
  },
  {
    key: 'ref-1',
    on: `${requests}.subject`,
    holds: "reference.exists() implies reference.startsWith('#').not()",
  },
];

const compiled = ofBundle.map(({ key, on, holds }) => ({
  key,
  passes: fhirpath.compile(`${on}.all(${holds})`, r4),
}));

/** The invariants that a bundle breaks. */
export function broken(bundle: object): string[] {
  return compiled
    .filter(({ passes }) => (passes(bundle, { resource: bundle }) as unknown[])[0] !== true)
    .map(({ key }) => key);
}
