export interface Part {
  /**
   * How many there are.
   * +kubebuilder:validation:Minimum=1
   * +kubebuilder:validation:Maximun=3
   */
  count: number;
}
