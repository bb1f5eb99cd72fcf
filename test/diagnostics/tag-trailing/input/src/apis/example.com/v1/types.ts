export interface DatabaseSpec { // +kubebuilder:validation:MinProperties=1
  user: string; // +optional
  password: string; /* +required */
}
