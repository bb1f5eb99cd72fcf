import { record } from "./calls.js";
import type { Covered, Inner, Job as Work, JobSpec, Ports, Step, Whole } from "./types.js";

export function setDefaults_Job_zz(object: Work): void {
  record("setDefaults_Job_zz", object);
}

export function setDefaults_Job_aa(object: Work): void {
  record("setDefaults_Job_aa", object);
}

export function setDefaults_Job(object: Work): void {
  record("setDefaults_Job", object);
}

/** Runs before the markers of the members: fast jobs are not retried. */
export const setDefaults_JobSpec = (object: JobSpec): void => {
  record("setDefaults_JobSpec", object);
  if (object.fast === true && object.retries === undefined) object.retries = 0;
};

export function setDefaults_Step(object: Step): void {
  record("setDefaults_Step", object);
  if (object.image === undefined) object.image = "busybox";
}

export function setDefaults_Ports(ports: Ports): void {
  record("setDefaults_Ports", ports);
}

// +k8s:defaulter-gen=covers
export function setDefaults_Covered(object: Covered): void {
  record("setDefaults_Covered", object);
}

export function setDefaults_Covered_more(object: Covered) {
  record("setDefaults_Covered_more", object);
}

export function setObjectDefaults_Whole(object: Whole): void {
  record("setObjectDefaults_Whole", object);
}

/** Only by way of what covers it. */
export function setDefaults_Inner(object: Inner): void {
  record("setDefaults_Inner", object);
}

export function helper(object: Work): void {
  record("helper", object);
}
