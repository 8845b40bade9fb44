import { InputError } from '../../core/values/input-error.js';
import type { PatientContent } from '../patient/content.js';
import { baclofenOrders, currentDose } from './medication.js';
import { latestParts, measurementsOf } from './observation.js';
import { onePatient, personParts } from './person.js';
import { type FhirContext, resourcesOf } from './resource.js';

/**
 * Age and sex, the latest creatinine, weight and height, and the present dose of baclofen, out of FHIR R4 resources.
 * @throws InputError where they are about several patients, or nothing of these is in them.
 */
export function readFhir(contents: readonly object[], context: FhirContext): PatientContent {
  const resources = resourcesOf(contents, context);
  const measurements = measurementsOf(resources, context);
  const orders = baclofenOrders(resources, context);
  const subjects = [...measurements.map(({ observation }) => observation), ...orders.map(({ order }) => order)].flatMap(
    ({ subject }) => (subject ? [subject] : []),
  );
  const person = personParts(onePatient(resources, subjects, context), context);
  const dose = currentDose(orders, context);
  const parts = [...person.parts, ...latestParts(measurements, context), ...dose.parts];
  const leftOut = [...person.leftOut, ...dose.leftOut];
  if (parts.length === 0 && leftOut.length === 0) {
    const { field, name } = context.file;
    throw new InputError(
      field,
      `${name}, in which none of them was found`,
      'a patient, creatinine, weight, height or baclofen order in FHIR R4',
    );
  }
  return { form: 'fhir', parts, leftOut };
}
